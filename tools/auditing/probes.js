// Questions that the audit asks a page; each answers with a list of {where, detail}.
window.audit = (() => {
  const name = (el) => {
    const one = (e) => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") + [...e.classList].map((c) => "." + c).join("");
    const parent = el.parentElement;
    const text = (el.textContent || el.getAttribute("aria-label") || "").trim().slice(0, 30);
    return (parent && parent !== document.body ? one(parent) + " > " : "") + one(el) + (text ? ` "${text}"` : "");
  };
  const style = (el, part) => getComputedStyle(el, part);
  const hidden = (el) => {
    if (!el.checkVisibility({ visibilityProperty: true })) return true;
    for (let e = el; e; e = e.parentElement) if (style(e).clipPath === "inset(50%)") return true;
    const box = el.getBoundingClientRect();
    return !box.width || !box.height || box.right <= 0 || box.bottom + scrollY <= 0;
  };
  const scrolls = (el) => {
    for (let e = el.parentElement; e && e !== document.documentElement; e = e.parentElement) {
      if (e !== document.body && style(e).overflowX !== "visible") return true;
    }
    return false;
  };

  const sideways = () => {
    const width = document.documentElement.clientWidth;
    if (Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((el) => el.getBoundingClientRect().right > width + 1 && !scrolls(el));
    return (wide.length ? wide.slice(-3) : [document.body]).map((el) => ({
      where: name(el), detail: `reaches ${Math.round(el.getBoundingClientRect().right)} of ${width} px`,
    }));
  };

  const cut = () => [...document.body.querySelectorAll("*")].filter((el) => {
    const s = style(el);
    return ["hidden", "clip"].includes(s.overflowX) && s.webkitLineClamp === "none" && !hidden(el)
      && el.textContent.trim() && el.scrollWidth > el.clientWidth + 1 && !el.closest("svg, .panel");
  }).map((el) => ({ where: name(el), detail: `${el.scrollWidth} px of text in ${el.clientWidth} px` }));

  // The area that answers to a finger: a link may cover its whole card.
  const area = (el) => {
    const after = style(el, "::after");
    if (after.content !== "none" && after.position === "absolute" && el.offsetParent) return el.offsetParent.getBoundingClientRect();
    const label = el.matches("input") && el.labels && el.labels[0];
    if (label && label.contains(el)) return label.getBoundingClientRect();
    return el.getBoundingClientRect();
  };
  const SELECTOR = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  // In a sentence: its height is set by the line it stands in (exception "inline").
  const inline = (el) => {
    if (style(el).display !== "inline") return false;
    let block = el.parentElement;
    while (block && style(block).display.startsWith("inline")) block = block.parentElement;
    const rest = block.cloneNode(true);
    rest.querySelectorAll(SELECTOR).forEach((e) => e.remove());
    return /[\p{L}\p{N}]/u.test(rest.textContent);
  };
  const targets = () => {
    const all = [...document.querySelectorAll(SELECTOR)].filter((el) => !hidden(el) && !el.disabled && !el.closest("[aria-hidden=true]"))
      .map((el) => ({ el, box: area(el), inline: inline(el) }));
    const middle = (b) => [b.left + b.width / 2, b.top + b.height / 2];
    const close = [];
    let small = 0;
    for (const one of all) {
      const { box } = one;
      if (Math.min(box.width, box.height) >= 43.5 || one.inline) continue;
      small += 1;
      if (Math.min(box.width, box.height) >= 23.5) continue;
      const [x, y] = middle(box);
      const near = all.find((other) => {
        if (other === one || other.el.contains(one.el) || one.el.contains(other.el)) return false;
        const b = other.box;
        const dx = Math.max(b.left - x, 0, x - b.right), dy = Math.max(b.top - y, 0, y - b.bottom);
        if (Math.hypot(dx, dy) < 12) return true;
        const [ox, oy] = middle(b);
        return Math.min(b.width, b.height) < 24 && !other.inline && Math.hypot(ox - x, oy - y) < 24;
      });
      if (near) close.push({ where: name(one.el), detail: `${Math.round(box.width)}x${Math.round(box.height)} px beside ${name(near.el)}` });
    }
    return { close, small };
  };

  const channels = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const luminance = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (el) => {
    for (let e = el; e; e = e.parentElement) {
      const c = channels(style(e).backgroundColor);
      if (c.length === 3 || c[3] > 0.5) return c;
    }
    return [255, 255, 255];
  };
  const contrast = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m);
    return (x + 0.05) / (y + 0.05);
  };
  // The contrast of a text that axe could not judge, and what it should be.
  const legible = (selector) => {
    const el = document.querySelector(selector);
    const s = style(el);
    let under = ground(el);
    const inSvg = el.closest("svg");
    const disc = inSvg && el.previousElementSibling;
    if (disc && disc.matches("circle") && el.matches(".hitung")) under = channels(style(disc).fill);
    let opacity = 1;
    for (let e = el; e; e = e.parentElement) opacity *= style(e).opacity;
    const text = channels(inSvg ? s.fill : s.color).slice(0, 3).map((c, i) => c * opacity + under[i] * (1 - opacity));
    const size = parseFloat(s.fontSize);
    const large = size >= 24 || (size >= 18.66 && s.fontWeight >= 700);
    return { ratio: contrast(text, under), wanted: large ? 3 : 4.5 };
  };
  let seen;
  const start = () => { seen = new Set(); scrollTo(0, 0); if (document.activeElement) document.activeElement.blur(); };
  // Where the Tab key has led; null at the end of the page.
  const focus = () => {
    const el = document.activeElement;
    if (!el || el === document.body || el === document.documentElement || seen.has(el)) return null;
    seen.add(el);
    const faults = [];
    let mark = el;
    while (mark && (style(mark).outlineStyle === "none" || !parseFloat(style(mark).outlineWidth))) mark = mark.parentElement;
    if (!mark || mark === document.documentElement) faults.push("no outline shows the focus");
    else {
      const s = style(mark);
      const under = ground(parseFloat(s.outlineOffset) < 0 ? mark : mark.parentElement);
      const ratio = contrast(channels(s.outlineColor), under);
      if (ratio < 3) faults.push(`the outline has a contrast of ${ratio.toFixed(1)}`);
    }
    const boxes = [...el.getClientRects()];
    const seenAt = boxes.some((b) => [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].some(([fx, fy]) => {
      const hit = document.elementFromPoint(b.left + b.width * fx, b.top + b.height * fy);
      return hit && (hit === el || el.contains(hit) || hit.contains(el));
    }));
    if (!seenAt) faults.push("it is hidden or outside of the window");
    return faults.map((detail) => ({ where: name(el), detail }));
  };
  return { sideways, cut, targets, start, focus, legible };
})();
