"""Every text that the page's scripts say stands in page_words.cpp, where the
catalogue finds it, and page_words.cpp holds no other."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1]) / "src/serve"
said = {"corrected"}  # an outcome of the API, said as it comes
for path in sorted((root / "assets").glob("*.js")):
    text = path.read_text(encoding="utf-8")
    said |= set(re.findall(r"\bsay\(\s*'((?:[^'\\]|\\.)*)'", text))
    for pair in re.findall(r"\bsay\(\w+ \? '([^']*)' : '([^']*)'", text):
        said |= set(pair)
    for table in re.findall(r"const (?:kinds|indicatorKinds|severities|effects|fields|stages|kindWords|actionWords) = \{(.*?)\};", text, re.S):
        said |= set(re.findall(r":\s*'([^']*)'", table))
listed = set(re.findall(r'BD_TR\("((?:[^"\\]|\\.)*)"\)', (root / "page_words.cpp").read_text(encoding="utf-8")))
problems = [f"not in page_words.cpp: {word}" for word in sorted(said - listed)]
problems += [f"said by no script: {word}" for word in sorted(listed - said)]
if len(said) < 50:
    problems.append("hardly any text found: are the patterns right?")
print("\n".join(problems) if problems else f"{len(said)} texts")
sys.exit(1 if problems else 0)
