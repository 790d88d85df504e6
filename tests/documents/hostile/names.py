"""Harmless text under names that would lead elsewhere, hide what they are, or break what lists them."""

from collections.abc import Iterator

NAMES = {
    "leads up": "../../../../etc/passwd.txt",
    "leads up by Windows": "..\\..\\windows\\system32\\notes.txt",
    "starts at the root": "/etc/cron.d/notes.txt",
    "starts at a drive": "C:\\autoexec.txt",
    "on another machine": "\\\\evil.example\\share\\notes.txt",
    "two extensions": "report.pdf.exe",
    "two extensions, the other way": "report.exe.txt",
    "right to left": "report\u202etxt.exe",
    "isolated right to left": "\u2067report\u2069.txt",
    "zero width": "re\u200bport\ufeff.txt",
    "NUL": "report.txt\0.exe",
    "line's end": "report\r\nSet-Cookie: a=b.txt",
    "255 letters": "a" * 251 + ".txt",
    "1000 letters": "a" * 996 + ".txt",
    "255 bytes of few letters": "\U0001f600" * 62 + ".txt",
    "a device of Windows": "CON",
    "a device with an extension": "aux.txt",
    "dots": "...",
    "a dot at the end": "report.txt.",
    "a space at the end": "report.txt ",
    "a stream of NTFS": "report.txt:hidden.exe",
    "markup": "<img src=x onerror=alert(1)>.txt",
    "markup as entities": "&lt;script&gt;.txt",
    "a template": "{{ settings.SECRET_KEY }}.txt",
    "a command": "$(reboot);`reboot`.txt",
    "a quotation mark": 'report".txt',
    "a percent sign": "report%2e%2e%2f.txt",
    "a formula": "=cmd|' /C calc'!A0.txt",
    "half a character": "report\udc80.txt".encode("utf-8", "surrogateescape").decode("latin-1"),
    "composed": "re\u0301sume\u0301.txt",
}


def files() -> Iterator[tuple[str, str, bytes]]:
    for what, given_name in NAMES.items():
        yield f"a name: {what}", given_name, b"An ordinary note."
