// Drawing anew without taking the page away under its reader: what has the focus keeps it, with
// the marked letters, and what is looked at stays where it stands in the window.

const keyed = (key) => [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];

// Text boxes before the buttons that open them.
const byKey = (key) => keyed(key).find((node) => node.localName === 'textarea') ?? keyed(key)[0];

function marked(node) {
  const { selectionStart, selectionEnd, scrollTop } = node;
  return { selectionStart, selectionEnd, scrollTop };
}

// What is looked at: what has the focus where that is seen, or else the first change that is.
function lookedAt(focused) {
  const seen = (node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight && bottom > top;
  };
  if (window.scrollY === 0) return null;
  if (focused && seen(focused)) return { key: focused.dataset.key };
  const first = [...document.querySelectorAll('details.change, .panel[id]')].find(seen);
  return first ? { id: first.id } : null;
}

const nodeOf = (looked) => (looked.key ? byKey(looked.key) : document.getElementById(looked.id));

export function keepPlace(draw) {
  const active = document.activeElement?.closest('main, header') ? document.activeElement : null;
  const focused = active?.closest('[data-key]') ?? null;
  const letters = focused && 'selectionStart' in focused ? marked(focused) : null;
  const looked = lookedAt(focused);
  const top = looked && nodeOf(looked).getBoundingClientRect().top;
  draw();
  if (active && active !== document.activeElement) {
    const again = active.isConnected ? active : focused ? byKey(focused.dataset.key) : null;
    (again ?? document.getElementById('main')).focus({ preventScroll: true });
    if (again && letters?.selectionStart !== undefined && letters?.selectionStart !== null && again.localName !== 'button') {
      again.setSelectionRange(letters.selectionStart, letters.selectionEnd);
      again.scrollTop = letters.scrollTop;
    }
  }
  const now = looked && nodeOf(looked);
  if (now) window.scrollBy(0, now.getBoundingClientRect().top - top);
}
