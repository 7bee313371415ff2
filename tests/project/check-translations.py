"""Every sentence marked BD_TR in the sources has a Chinese translation with the
same arguments, and the catalogue holds no sentence that the sources have not."""
import pathlib
import re
import subprocess
import sys
import tempfile

sources = sorted(str(p) for d in ("include", "src") for p in pathlib.Path(d).rglob("*")
                 if p.suffix in (".hpp", ".cpp"))
with tempfile.TemporaryDirectory() as folder:
    pot = pathlib.Path(folder) / "all.pot"
    subprocess.run(["xgettext", "--language=C++", "--keyword=BD_TR", "--from-code=UTF-8", "--no-wrap",
                    "--no-location", "-o", str(pot), *sources], check=True)
    pot_text = pot.read_text(encoding="utf-8")


def entries(text):
    found = {}
    for block in re.split(r"\n\s*\n", text):
        block = "\n".join(l for l in block.splitlines() if not l.startswith("#"))
        match = re.search(r'msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)msgstr ((?:"(?:[^"\\]|\\.)*"\s*)+)', block + "\n")
        if match:
            text_of = lambda part: "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', part))
            found[text_of(match[1])] = text_of(match[2])
    return found


wanted = {k for k in entries(pot_text) if k}
have = {k: v for k, v in entries(pathlib.Path("po/zh.po").read_text(encoding="utf-8")).items() if k}
problems = [f"no translation: {k}" for k in sorted(wanted - have.keys())]
problems += [f"not in the sources any more: {k}" for k in sorted(have.keys() - wanted)]
problems += [f"no text: {k}" for k, v in have.items() if not v]
for key, value in have.items():
    if value and set(re.findall(r"\{\d\}", key)) != set(re.findall(r"\{\d\}", value)):
        problems.append(f"other arguments: {key} / {value}")
if len(wanted) < 50:
    problems.append("xgettext found hardly any sentence: is the keyword right?")
print("\n".join(problems) if problems else f"{len(wanted)} sentences are translated")
sys.exit(1 if problems else 0)
