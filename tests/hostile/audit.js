// Gives what stands in a page that could run or fetch something that its site did not make.
(published) => {
  const found = [];
  const ours = [location.origin, new URL(published).origin];
  const schemes = ["http:", "https:", "mailto:", "tel:"];
  const never = ["iframe", "object", "embed", "applet", "frame", "frameset", "base", "portal", "math"];
  const fetched = ["src", "srcset", "poster", "background", "data", "formaction", "action", "ping"];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    const say = (what) => found.push(`${what} in <${name}>`);
    if (never.includes(name)) say(name);
    if (name === "script" && element.textContent.trim()) {
      try {
        if (element.type !== "application/ld+json") throw new Error("text");
        JSON.parse(element.textContent);
      } catch { say(element.type || "script with text"); }
    }
    if (name === "meta" && /refresh/i.test(element.httpEquiv) && !/^\d+;\s*url=[./]/.test(element.content)) say("refresh");
    for (const { localName: attribute, value } of element.attributes) {
      if (attribute.startsWith("on")) say(attribute);
      if (attribute === "srcdoc" || attribute === "target") say(attribute);
      if (attribute === "style" && /url\(|expression|binding|behavior/i.test(value)) say(value);
      if (attribute === "href" || fetched.includes(attribute)) {
        for (const part of attribute === "srcset" ? value.split(",") : [value]) {
          const url = new URL(part.trim().split(" ")[0], document.baseURI);
          const own = ours.includes(url.origin) || (url.protocol === "data:" && name === "img");
          const linked = name === "a" || (name === "link" && ["canonical", "alternate"].includes(element.rel));
          if (!own && !(linked && attribute === "href" && schemes.includes(url.protocol))) say(url.href.slice(0, 99));
        }
      }
    }
    for (const type of ["mouseover", "focus", "error", "toggle", "animationstart"]) {
      element.dispatchEvent(new Event(type));
    }
  }
  return found;
}
