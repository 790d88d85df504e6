"""Forms of one name that neither spelling nor sound tells: short forms, the same name in another language, by ear.

Only what nobody would mind: no form here says where somebody comes from or what they believe.
"""

FORMS = """
william bill billy will willy liam wilhelm guillaume
robert bob bobby rob robbie bert
richard dick rick ricky rich richie
james jim jimmy jamie jem
john johnny jack jon jonny johan
michael mike mick mickey micky mikey mikhail misha michal mihai miguel
edward ed eddie ted teddy ned
charles charlie chas chuck carl karl
thomas tom tommy tomas tomasz
joseph joe joey jose josef giuseppe
david dave davey davy dafydd dai dawid
daniel dan danny dani
matthew matt matty mateusz matteo
christopher chris kit christoph krzysztof kristof
anthony tony antony anton antonio antoni
andrew andy drew andrei andrey andrzej andreas
stephen steven steve stevie stefan stephan stefano szczepan
peter pete pyotr piotr petr pedro pietro petros
paul pavel pawel pablo paolo pavlo
nicholas nick nicky nico nicolas nikolai nikolay mikolaj nikolaos nicolae
benjamin ben benny benji
samuel sam sammy
samantha sam sammy
alexander alex alec sandy sasha aleksandr aleksander oleksandr aleksandar alejandro alessandro alexandre alexandru
alexander sacha xander
alexandra alex sandra sasha aleksandra oleksandra lexi
george georgie jorge georgi giorgi giorgos yiorgos jerzy georgios yuri jiri
gregory greg gregor grzegorz grigori
joshua josh
jonathan jon jonny nathan
nathaniel nathan nat nate
zachary zach zack zak
lawrence laurence larry laurie lorenzo
patrick pat paddy padraig padraic
francis frank frankie francisco francesco franciszek
frederick fred freddie freddy federico fryderyk
timothy tim timmy
theodore theo ted teddy fyodor
vincent vince vinny
dominic dom nick dominik
leonard len lenny leo
philip phil pip filip felipe
raymond ray
ronald ron ronnie
kenneth ken kenny
douglas doug dougie
donald don donny
gerald gerry jerry
terence terry
alfred alf alfie fred
albert al bert bertie
henry harry hal henri enrique henryk heinrich
harold harry hal
elizabeth liz lizzie beth betty bess eliza elisabeth libby elzbieta isabel isabelle ella
katherine catherine kate katie kathy cathy kathryn kat katarzyna katerina ekaterina katya kasia caitlin
margaret maggie meg peggy marge malgorzata gosia
mary molly polly maria marie maryam miriam mariam may
anne ann anna annie hannah nancy ania anya
jane jenny janet joan joanna johanna
jennifer jen jenny jenna
susan sue susie suzanne susanna
sarah sara sally sadie
rebecca becky becca
rachel rach rahel raquel
victoria vicky tori
jessica jess jessie
charlotte lottie charlie
caroline carol carrie carolina karolina
christine chris tina christina kristina krystyna
patricia pat pattie trish tricia
dorothy dot dotty dora
eleanor ellie nell nellie ellen elena helen helena eleni
abigail abby abbie gail
emily em millie emilia
amelia millie amy emilia
georgina georgia georgie gina
natalie natalia natasha natalya
sophie sofia sophia zofia
evelyn evie eve eva
isabella bella izzy isabel
olivia liv livvy
mohammed muhammad mohamed mohamad muhammed mahomed mehmet mohamud mohd md muhd mo mhmd maxamed maxamuud
ahmed ahmad ahmet amed axmed
abdullah abdallah abdalla abdulla abdullahi cabdullahi
abdul abd abdel abdi cabdi
hussein hussain husayn hossein huseyin husain hsyn xuseen
hassan hasan hassaan hsn xasan
yusuf youssef yousef yusef yousuf usuf ysf
ibrahim ebrahim ibraheem brahim
ismail ismael esmail
omar umar omer umer cumar
othman usman uthman osman cusmaan cismaan
ali aly aliy cali
fatima fatimah fatma fatmata faduma fatoumata fadumo
aisha caasha ayesha aysha aicha aishah ayse asha aisyah
khadija khadijah hatice kadija khadijo
farah faarax farax
jama jaamac jamac
abdirahman abdurahman cabdiraxmaan cabdirahman
zainab zaynab zeinab zeynep zaineb
maryam mariam miriam mariyam meryem maryan
sulaiman suleiman suleyman sulayman solomon
mustafa moustafa mostafa mustapha
jamal gamal djamal cemal jamaal
khalid khaled halid halit chalid
said saeed sayed saeid syed
harpreet preet happy
gurpreet gopi
manpreet mani
jaswinder jas
sukhwinder sukhi sukh
balwinder bal
rajesh raj
rajinder raj
vijay vj
oluwaseun seun
oluwatobi tobi
olumide mide
oluwafemi femi
chukwuemeka emeka
chukwudi chidi
ngozi goz
kwabena kobina
ivan vanya john
vladimir volodymyr vova wolodymyr
dmitri dmytro dima dmitry dimitri dimitrios
sergei serhiy sergey sergiu serge
yevgeny evgeny eugene yevhen zhenya evgenios
oleg oleh
mykola nikolai kolya nikolay
aleksei oleksiy alyosha alexey alexei alexis
tatiana tanya tetiana
olga olha olya
svetlana sveta svitlana
wojciech wojtek vojtech
stanislaw staszek stan
tadeusz tadek
jakub kuba jacob jake
bartlomiej bartek bartosz
malgorzata malgosia gosia
agnieszka agnes aga
ioan ion john
gheorghe george gigi
vasile basil vasily
konstantinos kostas costas constantine dinos
dimitrios dimitris jim
panagiotis panos
ioannis yannis giannis john
joao john
luis louis lewis luiz
jesus chucho
eduardo edu edward
manuel manolo manny
guadalupe lupe
nguyen nguyn
sean shaun shawn
oisin osheen usheen
niamh neve neeve
siobhan shivaun chevonne shevaun
caoimhe keeva kweeva
aoife eefa
saoirse sersha seersha
sinead shinade
roisin rosheen
eoin owen eoghan owain euan ewan
cillian killian
ruairi rory ruaidhri
tadhg tige teague
ciaran kieran keiran
grainne granya
rhys reece reese
ieuan yeuan evan
llewelyn llewellyn flewelyn
geraint gerry
angharad anharad
wang wong huang
zhang chang cheung
chen chan tan
lin lim lam
li lee lei
liu lau low
zhou chow chau
wu ng woo
huang wong hwang
yang yeung
xu hsu tsui
zheng cheng
liang leung
guo kwok
cai tsai choi
kim gim
lee yi rhee
park pak bak
choi choe
jung jeong chung
kaur cour
singh sing
sharma sarma
mukherjee mukhopadhyay mukerji
banerjee bandyopadhyay banerji
chatterjee chattopadhyay chatterji
chowdhury chaudhry choudhury chaudhary chaudhuri choudhry
sheikh shaikh shaykh sheik
qureshi koreshi quraishi
siddiqui siddiqi siddique
cohen kohen kahn cohn
levy levi halevi
yitzhak isaac izhak
yaakov jacob yakov
avraham abraham avi abe
moshe moses moishe
goldstein goldshtein
haile hayle
tesfaye tesfay
yohannes johannes yonas
"""
GROUP_OF: dict[str, list[str]] = {}
for line in FORMS.strip().splitlines():
    for form in line.split():
        GROUP_OF.setdefault(form, []).append(line.split()[0])

# Small words of names: of, from, son of, the.
SMALL = """
al el ul as ur ibn bin bint binti binte ap ab ferch de da do dos das del della di du des van von der den ten zu zum of
the la las los le y e i bat ould wld abu abou umm
"""
PARTICLES = frozenset(SMALL.split())
# First names so frequent beside another that they tell nobody apart there.
MOST_COMMON = frozenset({"#mohammed"})
