"use strict";

// Hides what was not asked for, and moves about by keyboard. It makes no markup out of text, and holds no words of
// its own: what it shows stands in the page.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const panel = document.querySelector(".filters");
  const help = document.querySelector("dialog");
  if (!panel) return;

  const cards = all(".finding");
  const groups = all(".group");
  const boxes = all("input[type=checkbox]", panel);
  const search = panel.querySelector("input[type=search]");
  const office = panel.querySelector("select");
  const status = panel.querySelector("[role=status]");
  const reset = panel.querySelector(".reset");
  const none = document.querySelector(".no-match");

  // full-width and half-width, capitals and line breaks make no difference
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const texts = new Map();
  const textOf = (card) => {
    if (!texts.has(card)) {
      const parts = all(".id, .name, .place, blockquote, .code, .why, .offices span", card);
      texts.set(card, fold(parts.map((part) => part.textContent).join(" ")));
    }
    return texts.get(card);
  };

  const wish = () => {
    const ticked = {};
    for (const box of boxes) if (box.checked) (ticked[box.name] ??= []).push(box.value);
    const words = fold(search.value).split(" ").filter(Boolean);
    return { ticked: Object.entries(ticked), office: office ? office.value : "", words };
  };
  const wanted = (card, { ticked, office, words }) =>
    ticked.every(([name, values]) => card.dataset[name].split(" ").some((value) => values.includes(value))) &&
    (!office || card.dataset.offices.split(" ").includes(office)) &&
    words.every((word) => textOf(card).includes(word));

  const filter = () => {
    const asked = wish();
    let shown = 0;
    for (const card of cards) {
      card.hidden = !wanted(card, asked);
      if (!card.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector(".finding:not([hidden])");
    status.textContent = status.dataset.words.replace("{n}", shown).replace("{total}", cards.length);
    const narrowed = asked.ticked.length + asked.office.length + asked.words.length > 0;
    reset.hidden = !narrowed;
    document.body.classList.toggle("filtered", narrowed);
    none.hidden = shown > 0;
  };
  const clear = () => {
    for (const box of boxes) box.checked = false;
    search.value = "";
    if (office) office.value = "";
    filter();
  };

  let last = null; // the finding that was looked at last, to come back to
  let waiting;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  panel.addEventListener("change", filter);
  reset.addEventListener("click", () => {
    clear();
    search.focus();
  });

  // A link to what is hidden shows it first.
  const reveal = (hash) => {
    let target = null;
    try {
      target = document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      // no link of ours, but somebody's typing in the address bar
    }
    if (!target) return;
    if (target.closest("[hidden]")) {
      clear();
      target.scrollIntoView({ block: "start" });
    }
    if (target.matches("details")) target.open = true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    last = link.closest(".finding") ?? last;
    reveal(link.hash);
  });
  addEventListener("hashchange", () => reveal(location.hash));

  const go = (element) => {
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
  };
  const visible = () => cards.filter((card) => !card.hidden);
  const step = (by) => {
    const list = visible();
    const here = document.activeElement.closest(".finding") ?? last;
    const at = list.indexOf(here);
    last = list[at < 0 ? 0 : Math.min(Math.max(at + by, 0), list.length - 1)] ?? last;
    go(last);
  };
  const along = (links, by) => {
    const at = links.indexOf(document.activeElement);
    const next = links[at + by];
    if (next) next.focus();
  };
  const passage = () => {
    const here = document.activeElement;
    if (here.matches(".finding")) {
      const link = here.querySelector("a.place");
      if (link) link.click();
    } else if (here.matches(".block, tr")) {
      const link = here.querySelector(".chip");
      if (last) back();
      else if (link) link.click();
    }
  };
  const back = () => {
    if (!last) return;
    if (last.hidden) clear();
    go(last);
  };

  const keys = {
    "/": () => search.focus(),
    "?": () => help.showModal(),
    j: () => step(1),
    k: () => step(-1),
    Enter: passage,
    Escape: back,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    const here = document.activeElement;
    if (here === search) {
      if (event.key === "Escape") {
        if (search.value) search.value = "", filter();
        else search.blur();
      } else if (event.key === "Enter" || event.key === "ArrowDown") {
        filter();
        last = null;
        step(1);
      } else return;
      event.preventDefault();
      return;
    }
    if (here.matches("input, select, textarea")) return;
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (arrow && here.matches(".finding")) step(arrow);
    else if (arrow && here.matches(".outline a")) along(all(".outline a"), arrow);
    else if (event.key === "Enter" && !here.matches(".finding, .block, tr")) return;
    else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });
  help.querySelector(".close").addEventListener("click", () => help.close());
  const opener = document.querySelector("button.keys");
  opener.addEventListener("click", () => help.showModal());

  // on a small screen the findings come first
  if (matchMedia("(max-width: 46rem)").matches) for (const fold of all(".fold")) fold.open = false;
  opener.hidden = false;
  panel.hidden = false;
  filter();
  if (location.hash) reveal(location.hash);
})();
