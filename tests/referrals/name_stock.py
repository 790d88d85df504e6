"""Invented people of many origins: first and last names side by side, and how some of them are also written.

For measuring alone: the product knows nobody's origin and asks nobody for it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    given: tuple[str, ...]
    family: tuple[str, ...]
    # Other spellings in use, and the same name in its own script.
    spellings: dict[str, tuple[str, ...]]
    often_single: bool = False


def origin(given: str, family: str, spellings: str = "", *, often_single: bool = False) -> Origin:
    """Words apart by spaces; "_" is a space within a name; other spellings as "Name=Other=Another"."""
    groups = [group.replace("_", " ").split("=") for group in spellings.split()]
    return Origin(
        tuple(name.replace("_", " ") for name in given.split()),
        tuple(name.replace("_", " ") for name in family.split()),
        {name: tuple(set(group) - {name}) for group in groups for name in group},
        often_single,
    )


ORIGINS = {
    "English": origin(
        "Oliver Harry Jack George Charlie Thomas William James Joshua Samuel Daniel Edward Benjamin Luke Adam Ryan "
        "Emily Amelia Jessica Sophie Charlotte Grace Lucy Hannah Megan Katherine Elizabeth Rebecca",
        "Smith Jones Taylor Brown Wilson Evans Johnson Roberts Walker Wright Thompson White Hughes Edwards Green "
        "Hall Wood Harris Clarke Turner Hill Cooper Phillips Whitehouse Hollingsworth Ashdown Fairclough "
        "Birtwhistle",
        "Katherine=Catherine=Kathryn Elizabeth=Elisabeth Clarke=Clark Phillips=Philips Smith=Smyth Wright=Right "
        "Taylor=Tayler Thompson=Thomson Hannah=Hanna Sophie=Sofie Rebecca=Rebekah Luke=Luc",
    ),
    "Scottish": origin(
        "Callum Angus Fraser Ewan Hamish Lachlan Rory Duncan Craig Stuart Gregor Alasdair Isla Eilidh Ailsa Kirsty "
        "Fiona Mhairi Catriona Morag",
        "MacDonald McKenzie MacLeod Campbell McGregor Sinclair Drummond Buchanan Urquhart Colquhoun MacIntyre "
        "Galbraith Kerr Lockhart McAllister Farquharson Dalziel Menzies",
        "MacDonald=McDonald=Mc_Donald McKenzie=MacKenzie MacLeod=McLeod=McCloud McGregor=MacGregor Callum=Calum "
        "Stuart=Stewart Alasdair=Alistair=Alastair Eilidh=Aylee Mhairi=Vari=Mairi Catriona=Katrina Kerr=Carr",
    ),
    "Welsh": origin(
        "Rhys Owain Gethin Dafydd Ieuan Llewelyn Emrys Gwilym Tomos Iestyn Carwyn Siân Angharad Ffion Carys Nerys "
        "Lowri Eleri Gwenllian Cerys",
        "Llywelyn Prosser Bevan Pritchard Parry Gwynne Meredith Cadwaladr Vaughan Griffiths Probert Penry Tudor "
        "Maddocks ap_Gruffydd Treharne",
        "Rhys=Reece=Rees Llewelyn=Llewellyn Siân=Sian Gethin=Gethyn Griffiths=Griffith Gwynne=Gwyn Dafydd=Davydd "
        "Llywelyn=Llewelyn Cerys=Kerys Carys=Karys ap_Gruffydd=Gruffydd",
    ),
    "Irish": origin(
        "Seán Oisín Niamh Siobhán Caoimhe Aoife Ciarán Padraig Eoin Cillian Tadhg Ruairí Declan Fionn Saoirse "
        "Gráinne Róisín Sinéad Brendan Conor",
        "O'Neill O'Brien O'Driscoll Murphy Gallagher McCarthy Byrne Kavanagh Doherty Ó_Súilleabháin Fitzgerald "
        "Mulcahy Geraghty McLoughlin Rafferty Ní_Bhriain Moynihan Healy",
        "Seán=Sean=Shaun Niamh=Neve Siobhán=Siobhan Ciarán=Kieran=Ciaran Caoimhe=Keeva Oisín=Oisin "
        "O'Neill=O’Neill=ONeill O'Brien=O_Brien=OBrien Kavanagh=Cavanagh Doherty=Dougherty McCarthy=MacCarthy "
        "Byrne=Burn Conor=Connor Gráinne=Grainne Healy=Healey Eoin=Owen",
    ),
    "Pakistani": origin(
        "Mohammed Ahmed Usman Ali_Raza Bilal Hamza Imran Faisal Zeeshan Adnan Kashif Waqas Shahid Tariq Junaid "
        "Ayesha Fatima Zainab Sana Nadia Rabia Saima Iqra Hira Muhammad_Bilal Mohammed_Imran",
        "Khan Hussain Malik Akhtar Iqbal Qureshi Siddiqui Chaudhry Butt Mirza Sheikh Shah Mahmood Rehman Bibi "
        "Begum Javed Ashraf Aslam Bukhari",
        "Mohammed=Muhammad=Mohammad=Mohamed=محمد Ahmed=Ahmad=احمد Usman=Uthman=Osman=عثمان Ayesha=Aisha=عائشہ "
        "Fatima=Fatimah=فاطمہ Zainab=Zaynab=زینب Hussain=Hussein=Husain=حسین Khan=Khaan=خان Qureshi=Quraishi=قریشی "
        "Siddiqui=Siddiqi Chaudhry=Choudhury=Chaudhary Sheikh=Shaikh Mahmood=Mehmood=Mahmoud Rehman=Rahman "
        "Tariq=Tarik=طارق Bilal=Belal=بلال Faisal=Faysal=فیصل Bukhari=Bokhari Javed=Javaid",
    ),
    "Bangladeshi": origin(
        "Md_Rahim Mohammed Abdul_Karim Shofiqul Rubel Jahangir Kamrul Nazrul Tanvir Sumon Nasima Rehana Sultana "
        "Shirin Taslima Fahmida Nusrat Sharmin Mizanur Ashraful",
        "Miah Uddin Islam Hoque Choudhury Ahmed Begum Khatun Rahman Ali Hossain Sarkar Talukdar Biswas Alam "
        "Bhuiyan Sikder Mollah",
        "Miah=Mia=Miya=মিয়া Uddin=Udin Hoque=Haque=Huq Choudhury=Chowdhury=Chaudhury Hossain=Hussain=হোসেন "
        "Rahman=Rahaman=রহমান Shofiqul=Shafiqul=Safiqul Abdul_Karim=Abdul_Kareem=Abdulkarim Sarkar=Sarker=সরকার "
        "Bhuiyan=Bhuyan Islam=ইসলাম Taslima=Tasleema Mollah=Molla Begum=Begom Mohammed=Mohammad=Muhammad",
    ),
    "Sikh": origin(
        "Harpreet Gurpreet Manpreet Jaswinder Sukhwinder Balwinder Amarjit Ranjit Kuldeep Satnam Navjot Simran "
        "Jagdeep Parminder Tejinder Baljit Davinder Gurdeep",
        "Singh Kaur Gill Sandhu Dhillon Grewal Sidhu Bains Johal Virk Atwal Mann Randhawa Sahota Dosanjh Purewal",
        "Singh=Sing=ਸਿੰਘ Kaur=ਕੌਰ=Kour Dhillon=Dhillan Sandhu=Sandu Harpreet=Harprit=ਹਰਪ੍ਰੀਤ Gurpreet=Gurprit "
        "Amarjit=Amarjeet Ranjit=Ranjeet Kuldeep=Kuldip Davinder=Devinder Jagdeep=Jagdip Baljit=Baljeet "
        "Sidhu=Siddhu",
    ),
    "Hindu": origin(
        "Rajesh Vijay Sanjay Anil Deepak Nikhil Arjun Rohan Priya Anjali Kavita Sunita Pooja Neha Lakshmi Meera "
        "Vikram Suresh Prakash Divya",
        "Patel Sharma Shah Gupta Mehta Desai Iyer Nair Reddy Mukherjee Chatterjee Banerjee Joshi Mistry Verma "
        "Agarwal Krishnan Subramanian",
        "Sharma=Sarma=शर्मा Patel=Patell=પટેલ Gupta=Guptha=गुप्ता Deepak=Dipak=दीपक Pooja=Puja Lakshmi=Laxmi "
        "Mukherjee=Mukerji Chatterjee=Chatterji Banerjee=Banerji Agarwal=Aggarwal=Agrawal Verma=Varma "
        "Vikram=Wikram Suresh=Sureesh Iyer=Aiyar Mistry=Mistri",
    ),
    "Tamil": origin(
        "Kumaran Selvan Thusyanthan Arulnathan Nirmalan Suganthi Thamilini Vasanthi Sivakumar Rajaratnam Kavitha "
        "Yogeswaran Anusha Prashanth",
        "Sivanesan Thambirajah Kandiah Nadarajah Selvarajah Ganeshan Balasingham Ponnambalam Kanagaratnam Arumugam",
        "Nadarajah=Nadaraja Selvarajah=Selvaraja Thambirajah=Tambirajah Kandiah=Kandaiah Ganeshan=Ganesan "
        "Kumaran=குமரன் Balasingham=Balasingam Kavitha=Kavita Prashanth=Prasanth",
        often_single=True,
    ),
    "Arabic": origin(
        "Mohammed Ahmad Omar Khalid Youssef Ibrahim Hassan Abdul_Rahman Abdullah Mustafa Tariq Karim Nasser Samir "
        "Layla Fatima Noor Maryam Huda Rania Zahra Salma",
        "Al-Hassan Haddad Khoury Mansour Saleh Nasser El-Masri Al-Sayed Hamdan Darwish Ghanem Farouk Shaheen Bakri "
        "Al-Jabari Qasim Rashid Zaki",
        "Mohammed=Muhammad=Mohamad=محمد Ahmad=Ahmed=أحمد Youssef=Yusuf=Yousef=يوسف Khalid=Khaled=خالد "
        "Omar=Umar=عمر Ibrahim=Ebrahim=إبراهيم Abdul_Rahman=Abdurrahman=Abdelrahman=عبد_الرحمن "
        "Mustafa=Moustafa=مصطفى Al-Hassan=El_Hassan=Alhassan=الحسن Mansour=Mansur=منصور Saleh=Salih=صالح "
        "Layla=Leila=Laila=ليلى Maryam=Mariam=مريم Haddad=Hadad=حداد Khoury=Khouri=Khuri El-Masri=Al-Masri=Elmasry "
        "Qasim=Kassem=Qassim Hassan=Hasan=حسن Noor=Nour=Nur Rashid=Rasheed=راشد Abdullah=Abdallah=عبدالله "
        "Farouk=Faruq",
    ),
    "Somali": origin(
        "Abdi Abdirahman Mohamud Hodan Ayaan Faduma Warsame Yusuf Abdullahi Liban Guled Sagal Hamdi Ifrah Mahad "
        "Ismail Khadra Zakariye",
        "Mohamed Ali Hassan Warsame Farah Jama Abdi Osman Nur Hersi Duale Aden Sheikh Yusuf Ibrahim Omar",
        "Abdirahman=Abdurahman=Abdulrahman Mohamed=Mohammed=Maxamed Hassan=Xasan Faduma=Fatuma=Faadumo "
        "Yusuf=Yuusuf Ismail=Ismaaciil Farah=Faarax Jama=Jaamac Warsame=Warsama Osman=Cusmaan Duale=Dualeh "
        "Aden=Adan Omar=Cumar Abdullahi=Cabdullahi Nur=Noor=Nuur Ayaan=Ayan",
    ),
    "Turkish": origin(
        "Mehmet Mustafa Ahmet Emre Burak Çağlar İbrahim Yusuf Hakan Serkan Ayşe Fatma Zeynep Elif Merve Gülşen "
        "Özlem Şebnem",
        "Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Koç Güneş "
        "Erdoğan Bozkurt",
        "Mehmet=Mehmed Ahmet=Ahmed Ayşe=Ayse=Aysha Yılmaz=Yilmaz Çelik=Celik=Chelik Şahin=Sahin=Shahin "
        "Yıldız=Yildiz Öztürk=Ozturk=Oeztuerk Doğan=Dogan Kılıç=Kilic Çetin=Cetin Güneş=Gunes Zeynep=Zeyneb "
        "Gülşen=Gulsen İbrahim=Ibrahim Koç=Koc Erdoğan=Erdogan",
    ),
    "Iranian and Kurdish": origin(
        "Reza Hossein Amir Behrouz Farhad Kaveh Dariush Azad Rebwar Hiwa Karwan Zahra Maryam Parisa Nasrin Leila "
        "Shirin Ali",
        "Hosseini Ahmadi Karimi Rezaei Moradi Jafari Ghorbani Rostami Tehrani Barzani Rahimi Sadeghi Mousavi "
        "Kazemi Najafi Hashemi",
        "Hossein=Hussein=Hosein=حسین Reza=Riza=رضا Hosseini=Husseini=حسینی Ahmadi=احمدی Karimi=Kareemi=کریمی "
        "Rezaei=Rezai=Rezaie Ghorbani=Qorbani=قربانی Mousavi=Moosavi=Musavi Maryam=Mariam=مریم Leila=Layla=لیلا "
        "Behrouz=Behruz Sadeghi=Sadeqi Jafari=Jaafari Tehrani=Tehraani Farhad=فرهاد",
    ),
    "Afghan": origin(
        "Ahmadullah Najibullah Zabihullah Gul Farid Hamid Wahid Jawad Khalil Mirwais Nasir Rahmatullah Shabnam "
        "Zarmina Freshta Malalai",
        "Ahmadzai Noori Rahimi Stanikzai Popal Safi Wardak Hotak Amiri Yousafzai Nazari Haidari Sharifi Zadran",
        "Najibullah=Najeebullah Zabihullah=Zabiullah Noori=Nuri=نوری Rahimi=Raheemi=رحیمی Hamid=Hameed=حمید "
        "Haidari=Haydari=حیدری Yousafzai=Yusufzai Rahmatullah=Rahmatollah Jawad=Javad=جواد Sharifi=Shareefi=شریفی "
        "Farid=Fareed=فرید Nasir=Naser=ناصر",
        often_single=True,
    ),
    "West African": origin(
        "Oluwaseun Oluwatobi Chukwuemeka Chidi Emeka Ngozi Adebayo Babatunde Kwame Kofi Kwabena Abena Akosua "
        "Ifeoma Olumide Temitope Amadou Fatoumata Mamadou Ousmane",
        "Adeyemi Okafor Okonkwo Adebayo Mensah Owusu Boateng Asante Nwosu Ogunleye Balogun Diallo Traoré Sesay "
        "Kamara Oyelaran Eze Danquah",
        "Oluwaseun=Seun Oluwatobi=Tobi Chukwuemeka=Emeka Okafor=Okafore Boateng=Boatang Ousmane=Usman "
        "Diallo=Jallow Traoré=Traore Kamara=Camara Fatoumata=Fatumata Mamadou=Mamadu Owusu=Owosu "
        "Ogunleye=Ogunleyeh Kwabena=Kwabina Ifeoma=Ifeyoma",
    ),
    "East African": origin(
        "Dawit Yonas Tesfaye Haile Abebe Selam Rahel Mekdes Biniam Filmon Robel Semhar Wanjiru Kamau Achieng "
        "Otieno Baraka Neema",
        "Tekle Gebremariam Haile Tesfaye Kebede Wolde Habte Berhane Mwangi Otieno Kimani Njoroge Okello Mugisha "
        "Asfaw Tadesse",
        "Dawit=Dawid=ዳዊት Tesfaye=Tesfay=ተስፋዬ Haile=Hayle Gebremariam=Gebre-Mariam=Ghebremariam Kebede=Kebbede=ከበደ "
        "Berhane=Birhane Tadesse=Tadese Selam=Salam Rahel=Rachel Biniam=Binyam Yonas=Jonas Habte=Habtay",
        often_single=True,
    ),
    "Caribbean": origin(
        "Jermaine Tyrone Leroy Marlon Andre Dwayne Kemar Rohan Shanice Latoya Keisha Chantelle Tanisha Jerome "
        "Tyrell Devonte Aaliyah Kadeem",
        "Campbell Grant Francis Gordon Reid Bailey Powell Clarke Morgan Henry Douglas Beckford Samuels Wilkinson "
        "Braithwaite Marchand",
        "Dwayne=Duane Shanice=Chanice Chantelle=Chantel=Shantelle Keisha=Kiesha Reid=Reed=Read Clarke=Clark "
        "Jermaine=Germaine Tyrell=Tyrel Braithwaite=Brathwaite Latoya=Latoyah Jerome=Gerome Aaliyah=Aliyah "
        "Devonte=Devontay Bailey=Baillie",
    ),
    "Polish": origin(
        "Krzysztof Wojciech Łukasz Jakub Mateusz Kacper Szymon Paweł Grzegorz Andrzej Agnieszka Katarzyna "
        "Małgorzata Zofia Kinga Justyna Bartosz Tomasz",
        "Kowalski Nowak Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski "
        "Jankowska Mazur Krawczyk Pawłowska Żurek",
        "Krzysztof=Krysztof=Kristof Łukasz=Lukasz=Lucas Jakub=Jacob Paweł=Pawel Wiśniewski=Wisniewski "
        "Wójcik=Wojcik Kamiński=Kaminski Zieliński=Zielinski Szymański=Szymanski=Shimanski Dąbrowski=Dabrowski "
        "Kowalski=Kovalski Lewandowski=Levandowski Żurek=Zurek Małgorzata=Malgorzata Katarzyna=Katarina "
        "Zofia=Sofia Woźniak=Wozniak Kozłowski=Kozlowski",
    ),
    "Romanian": origin(
        "Ion Gheorghe Ștefan Mihai Andrei Florin Cristian Radu Vasile Ioana Mihaela Elena Andreea Raluca Gabriela "
        "Bogdan",
        "Popescu Ionescu Popa Dumitru Stan Gheorghiu Constantin Munteanu Șerban Câmpeanu Rusu Țurcanu Ciobanu "
        "Lăzărescu",
        "Ștefan=Stefan Gheorghe=George Mihai=Michael Cristian=Christian Șerban=Serban Câmpeanu=Campeanu "
        "Țurcanu=Turcanu=Tsurcanu Constantin=Konstantin Lăzărescu=Lazarescu Dumitru=Dimitru Mihaela=Michaela "
        "Andreea=Andrea",
    ),
    "Russian and Ukrainian": origin(
        "Aleksandr Dmitri Sergei Yevgeny Vladimir Nikolai Mikhail Oleksandr Andriy Volodymyr Svetlana Tatiana Olga "
        "Natalia Yekaterina Oksana Kateryna Bohdan",
        "Ivanov Petrov Smirnov Kuznetsov Popov Sokolov Shevchenko Kovalenko Bondarenko Tkachenko Melnyk Vasiliev "
        "Mikhailova Fyodorov Kravchuk Zaytsev",
        "Aleksandr=Alexander=Александр=Alexandr Dmitri=Dmitry=Дмитрий=Dimitri Sergei=Sergey=Сергей=Serhiy "
        "Yevgeny=Evgeny=Евгений=Evgenii Vladimir=Wladimir=Владимир Mikhail=Mihail=Михаил "
        "Oleksandr=Alexander=Олександр Ivanov=Iwanow=Иванов Shevchenko=Schewtschenko=Шевченко "
        "Kuznetsov=Kuznetzov=Кузнецов Tatiana=Tatyana=Татьяна Vasiliev=Vasilyev=Васильев "
        "Yekaterina=Ekaterina=Екатерина Zaytsev=Zaitsev=Зайцев Fyodorov=Fedorov Volodymyr=Vladimir=Володимир "
        "Kovalenko=Коваленко Petrov=Петров Natalia=Nataliya=Наталья",
    ),
    "Lithuanian and Latvian": origin(
        "Jonas Mindaugas Tomas Kęstutis Vytautas Darius Jānis Edgars Kristaps Rasa Eglė Jūratė Laima Ilze Gintaras "
        "Andris",
        "Kazlauskas Jankauskas Petrauskas Stankevičius Žukauskas Bērziņš Kalniņš Ozoliņa Paulauskaitė Butkus "
        "Liepiņš Šimkus",
        "Kęstutis=Kestutis Jānis=Janis Stankevičius=Stankevicius=Stankevich Žukauskas=Zukauskas Bērziņš=Berzins "
        "Kalniņš=Kalnins Jūratė=Jurate Eglė=Egle Šimkus=Simkus=Shimkus Liepiņš=Liepins",
    ),
    "Albanian": origin(
        "Arben Besnik Dritan Fatos Gjergj Ilir Kushtrim Luan Valon Xhevdet Albana Besa Drita Elira Teuta Shpresa",
        "Hoxha Gashi Krasniqi Berisha Shala Kelmendi Xhaferi Dervishi Çela Prifti Shehu Zogaj Rexhepi Lleshi",
        "Gjergj=Gergj Xhevdet=Djevdet Hoxha=Hodja=Hodza Xhaferi=Dzaferi=Jaferi Çela=Cela=Chela Krasniqi=Krasnici "
        "Rexhepi=Redzepi Shala=Šala Berisha=Beriša Lleshi=Leshi",
    ),
    "Greek": origin(
        "Giorgos Dimitris Kostas Yannis Nikos Panagiotis Vasilis Christos Eleni Maria Katerina Sofia Despina "
        "Ioanna Stavros Andreas",
        "Papadopoulos Georgiou Christodoulou Nikolaidis Ioannou Pappas Konstantinou Economou Makris Charalambous "
        "Hadjigeorgiou Antoniou",
        "Giorgos=Yiorgos=Γιώργος Dimitris=Demetris=Δημήτρης Kostas=Costas=Κώστας Yannis=Giannis=Γιάννης "
        "Papadopoulos=Papadopulos=Παπαδόπουλος Konstantinou=Constantinou Christos=Hristos=Χρήστος "
        "Eleni=Helen=Ελένη Georgiou=Yeoryiou=Γεωργίου Economou=Oikonomou Vasilis=Vassilis=Βασίλης "
        "Charalambous=Haralambous",
    ),
    "Portuguese and Brazilian": origin(
        "João José António Inês Beatriz Tiago Rafael Gonçalo Luís Conceição Fernanda Juliana Vinícius Thiago "
        "Mariana Catarina",
        "da_Silva Ferreira Gonçalves dos_Santos Pereira Magalhães Araújo Oliveira Sousa Carvalho Simões Teixeira "
        "Mendes Brandão",
        "João=Joao Gonçalo=Goncalo Gonçalves=Goncalves Inês=Ines António=Antonio=Antônio da_Silva=Silva=DaSilva "
        "dos_Santos=Santos Magalhães=Magalhaes Araújo=Araujo Sousa=Souza Tiago=Thiago Simões=Simoes Luís=Luiz=Luis "
        "Teixeira=Texeira Brandão=Brandao",
    ),
    "Spanish": origin(
        "Alejandro Javier José_Luis Jesús Ángel Santiago Joaquín Guadalupe María_José Lucía Ximena Íñigo Carlos "
        "Diego Pilar Rocío",
        "García_López Rodríguez Fernández Núñez Jiménez Peña Vázquez Ibáñez Castellanos Herrera Muñoz Domínguez "
        "Etxeberria Giménez",
        "Javier=Xavier José_Luis=Jose_Luis=JoseLuis Núñez=Nunez Jiménez=Jimenez=Giménez Peña=Pena Vázquez=Vasquez "
        "García_López=García=Garcia_Lopez Rodríguez=Rodriguez=Rodrigues Fernández=Fernandez=Hernandez "
        "Ximena=Jimena Etxeberria=Echeverria Muñoz=Munoz Joaquín=Joaquin",
    ),
    "French and Congolese": origin(
        "Jean-Pierre François Étienne Jérôme Thierry Aurélie Chloé Geneviève Mbuyi Christelle Fabrice Hervé Noémie "
        "Élodie",
        "Lefèvre Dubois Moreau Rousseau Beaulieu Mbala Kabongo Tshibangu Ilunga Gauthier d'Almeida Chevalier "
        "Lévêque Benoît",
        "Jean-Pierre=Jean_Pierre=Jeanpierre François=Francois Étienne=Etienne Jérôme=Jerome "
        "Lefèvre=Lefevre=Lefebvre Gauthier=Gautier Chloé=Chloe Lévêque=Leveque d'Almeida=Dalmeida=D_Almeida "
        "Tshibangu=Chibangu Benoît=Benoit Geneviève=Genevieve",
    ),
    "German and Dutch": origin(
        "Jürgen Matthias Stefan Joachim Günther Johannes Friedrich Anneliese Käthe Pieter Willem Joost Maarten Saskia",
        "Müller Schäfer Weiß Köhler Großmann Schröder van_den_Berg de_Vries Jansen von_Stein Kühn Hoffmann "
        "Dijkstra van_Dijk",
        "Jürgen=Jurgen=Juergen Müller=Muller=Mueller Schäfer=Schafer=Schaefer Weiß=Weiss Köhler=Kohler=Koehler "
        "Großmann=Grossmann Schröder=Schroder=Schroeder van_den_Berg=Vandenberg=Van_Den_Berg Hoffmann=Hofmann "
        "Günther=Gunther=Guenther Stefan=Stephan van_Dijk=van_Dyk=Vandijk Maarten=Marten",
    ),
    "Italian": origin(
        "Giuseppe Giovanni Matteo Luca Alessandro Nicolò Chiara Giulia Francesca Ginevra Salvatore Vincenzo "
        "Raffaele Beatrice",
        "Rossi Esposito Bianchi Ricci De_Luca D'Angelo Giordano Mancini Lo_Russo Ferraro Guerra Cacciatore "
        "Pellegrini Zanetti",
        "De_Luca=Deluca D'Angelo=Dangelo=D_Angelo Nicolò=Nicolo Lo_Russo=Lorusso Giuseppe=Guiseppe Matteo=Mateo "
        "Alessandro=Alesandro Raffaele=Rafaele Francesca=Franceska Giovanni=Giovani Pellegrini=Pelegrini",
    ),
    "Jewish": origin(
        "Moshe Yitzhak Avraham Yaakov Shlomo Chaim Menachem Dov Rivka Chana Yael Miriam Esther Noa Shoshana Binyamin",
        "Cohen Levy Goldstein Rosenberg Friedman Weinberger Katz Shapiro Ben-David Mizrahi Halevi Abramovich "
        "Feldman Spitzer",
        "Moshe=Moishe=משה Yitzhak=Isaac=יצחק Avraham=Abraham=אברהם Yaakov=Jacob=יעקב Cohen=Kohen=כהן Levy=Levi=לוי "
        "Chaim=Haim=חיים Rivka=Rifka=רבקה Chana=Hannah=חנה Shapiro=Schapiro Friedman=Freedman Mizrahi=Mizrachi "
        "Abramovich=Abramowicz Goldstein=Goldstien Binyamin=Benjamin=בנימין Menachem=Menahem",
    ),
    "Chinese": origin(
        "Wei Xiaoming Jing Li Hui Yan Jun Ming Haoyu Zixuan Yichen Xinyi Meiling Guohua Jianguo Xue",
        "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Lin Guo He Luo",
        "Wang=王=Wong Li=李=Lee Zhang=张=Cheung Liu=刘=Lau Chen=陈=Chan Huang=黄=Wong Zhou=周=Chow Xu=徐 "
        "Lin=林=Lam Guo=郭=Kwok Wei=伟 Jing=静 Ming=明 Xiaoming=Xiao_Ming=小明 Zhao=赵=Chiu Guohua=Guo_Hua=国华 "
        "Jianguo=Jian_Guo=建国 Meiling=Mei_Ling=Mei-Ling Haoyu=Hao_Yu=浩宇 Zixuan=Zi-Xuan=子轩 Xinyi=Xin_Yi=欣怡 "
        "Yichen=Yi-Chen",
    ),
    "Vietnamese": origin(
        "Văn_An Thị_Hoa Minh Quang Hùng Dũng Thảo Linh Phương Tuấn Đức Hương Ngọc Trang",
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô",
        "Nguyễn=Nguyen Trần=Tran Lê=Le Phạm=Pham Hoàng=Hoang Huỳnh=Huynh Vũ=Vu Võ=Vo Đặng=Dang Bùi=Bui Đỗ=Do "
        "Hùng=Hung Dũng=Dung=Zung Đức=Duc Hương=Huong Thảo=Thao Văn_An=Van_An=An Thị_Hoa=Thi_Hoa=Hoa Tuấn=Tuan",
    ),
    "Korean": origin(
        "Min-jun Seo-yeon Ji-hoon Hyun-woo Soo-jin Young-ho Eun-ji Sung-min Jae-won Hye-jin Dong-hyun Yu-na",
        "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Shin Kwon Hwang",
        "Kim=Gim=김 Lee=Yi=이 Park=Pak=박 Choi=Choe=최 Jung=Jeong=정=Chung Cho=Jo Yoon=Yun=윤 Min-jun=Minjun=민준 "
        "Ji-hoon=Jihoon=Ji_Hun=지훈 Soo-jin=Sujin=수진 Hyun-woo=Hyunwoo=Hyeonu Young-ho=Yeongho=영호 "
        "Sung-min=Seongmin Lim=Im=Rim Kang=Gang=강 Seo-yeon=Seoyeon=서연",
    ),
    "Filipino and Indonesian": origin(
        "Reynaldo Jomar Maricel Rowena Suharto Sukarno Putri Dewi Budi Agus Wahyu Siti Jose_Marie Angelito",
        "Dela_Cruz Reyes Bautista Villanueva Macapagal Santoso Wijaya Hidayat Kusuma Setiawan Pangilinan de_Guzman",
        "Dela_Cruz=De_la_Cruz=Delacruz de_Guzman=Deguzman Wijaya=Widjaja Suharto=Soeharto Sukarno=Soekarno "
        "Villanueva=Vilanueva Jose_Marie=Josemarie Hidayat=Hidajat Setiawan=Setyawan Maricel=Marycel",
        often_single=True,
    ),
}
