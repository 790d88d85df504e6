"""What attackers write so that a page runs it, and how a page tells that it did: ``window.__x``, or its policy."""

SCRIPTS = [
    "<script>window.__x=1</script>",
    "<ScRiPt>__x=1</sCrIpT>",
    "</script><script>__x=1</script>",
    "</title><script>__x=1</script>",
    "</textarea><script>__x=1</script>",
    "</select><script>__x=1</script>",
    "</style><script>__x=1</script>",
    "--><script>__x=1</script>",
    "]]><script>__x=1</script>",
    "<script src=data:,__x=1></script>",
    "<script src=//x.example></script>",
    "<scr<script>ipt>__x=1</script>",
    "<<script>__x=1//<</script>",
    "<script\x0b>__x=1</script>",
    "<img src=x onerror=__x=1>",
    '"><img src=x onerror=__x=1>',
    "'><img src=x onerror=__x=1>",
    "`><img src=x onerror=__x=1>",
    '<img src="x`" onerror="__x=1">',
    "<img/src=x/onerror=__x=1>",
    "<IMG SRC=x ONERROR=__x=1>",
    "<img src=x onerror&#61;__x=1>",
    '" onfocus=__x=1 autofocus x="',
    "' onfocus=__x=1 autofocus x='",
    " onfocus=__x=1 autofocus ",
    '" onmouseover="__x=1',
    "<svg onload=__x=1>",
    "<svg/onload=__x=1>",
    "<svg><script>__x=1</script></svg>",
    "<svg><animate onbegin=__x=1 attributeName=x dur=1s>",
    "<math><mi xlink:href=javascript:__x=1>x</mi></math>",
    "<body onload=__x=1>",
    "<input autofocus onfocus=__x=1>",
    "<details open ontoggle=__x=1>",
    "<video src=x onerror=__x=1></video>",
    "<audio src=x onerror=__x=1>",
    "<iframe srcdoc='<script>parent.__x=1</script>'>",
    "<iframe src=javascript:parent.__x=1>",
    "<object data=data:text/html,x></object>",
    "<embed src=javascript:__x=1>",
    "<base href=//x.example/>",
    "<meta http-equiv=refresh content=0;url=data:,x>",
    "<link rel=stylesheet href=//x.example>",
    "<style>@import'//x.example'</style>",
    "<form action=javascript:__x=1><button>x</button>",
    "<button formaction=javascript:__x=1 autofocus>",
    "<a href=javascript:__x=1>x</a>",
    "javascript:__x=1",
    "JaVaScRiPt:__x=1",
    "java\tscript:__x=1",
    "data:text/html,<script>__x=1</script>",
    "<p hx-on::load=__x=1 hx-get=/ hx-trigger=load>",
    "<p data-hx-on:load=__x=1>",
    "<template><script>__x=1</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=__x=1>'>",
    "&lt;script&gt;__x=1&lt;/script&gt;",
    "&#60;img src=x onerror=__x=1&#62;",
    "\\u003cscript\\u003e__x=1\\u003c/script\\u003e",
    "%3Cscript%3E__x=1%3C/script%3E",
    "\uff1cscript\uff1e__x=1\uff1c/script\uff1e",
    "{{constructor.constructor('__x=1')()}}",
    "${__x=1}",
    "{% load look %}{{ 7|safe }}",
    "';__x=1;//",
    '";__x=1;//',
]

TRIPWIRE = """
window.caught = [];
Object.defineProperty(window, "__x", { set() { window.caught.push("It ran."); } });
addEventListener("securitypolicyviolation", (event) => {
  window.caught.push(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
});
"""
# What was caught, also what would run only if somebody touched it; and the names of the texts that are shown (§name§).
CAUGHT = """
() => [[...window.caught, ...[...document.querySelectorAll("*")].flatMap((element) => [
  ...[...element.attributes]
    .filter((each) => /^(data-)?(hx-)?on/i.test(each.name) || /^(href|src|action|formaction|data)$/i.test(each.name) &&
      /^(javascript|data):/i.test(each.value.replace(/\\s/g, "")))
    .map((each) => `${element.tagName} ${each.name}=${each.value}`),
  ...(element.matches("iframe, object, embed, base, script:not([src])") ? [element.outerHTML] : []),
])], [...new Set(document.documentElement.outerHTML.match(/(?<=§)[\\w.-]+(?=§)/g))]]
"""
