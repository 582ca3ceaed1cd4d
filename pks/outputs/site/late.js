"use strict";
// Search, filters and sorting of the list; without this file everything can still be read.
(() => {
  const table = document.querySelector("#register table");
  const data = JSON.parse(document.getElementById("data").textContent);
  const COOPERATION = 2, INSTRUMENT = 3, LEADS = 4, STARTS = 6, ENDS = 7, STAGE = 8, VALIDITY = 9;
  const front = document.title;

  // A part of an address that was typed or cut may be no text in escapes; then it names nothing.
  const id = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };

  const entitle = () => {
    const page = id() ? document.getElementById(id()) : null;
    const heading = page && page.matches(".page") ? page.querySelector("h2") : null;
    document.title = heading ? heading.textContent + " · " + front : front;
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  };
  addEventListener("hashchange", entitle);
  entitle();
  if (!table) return;

  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const titles = rows.map((row) => row.querySelector("a").textContent);
  const search = document.getElementById("search");
  const selects = Array.from(document.querySelectorAll("#tools select"));
  const more = document.getElementById("more");
  const reset = document.getElementById("reset");
  const none = document.getElementById("none");
  const count = document.getElementById("count");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  let order = rows.map((_, number) => number);
  let limit = data.limit;

  const said = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // What words are looked for in, gathered from a page when it is first asked for, or when there is time.
  const texts = [];
  const text = (number) => {
    if (texts[number] === undefined) {
      const page = document.getElementById(rows[number].querySelector("a").hash.slice(1));
      const said = Array.from(page.querySelectorAll("h2, .kind, .parties dd, .f dd"), (one) => one.textContent);
      texts[number] = [...said, data.rows[number][COOPERATION], data.rows[number][INSTRUMENT]].join("\n").toLowerCase();
    }
    return texts[number];
  };
  const gather = (first) => {
    const next = Math.min(first + 100, rows.length);
    for (let number = first; number < next; number += 1) text(number);
    if (next < rows.length) setTimeout(gather, 0, next);
  };

  const fits = (number, words, wanted) => {
    const row = data.rows[number];
    return wanted.every(([place, value]) =>
      place === LEADS ? row[LEADS].some((lead) => data.leads[lead] === value) : row[place] === value
    ) && words.every((word) => text(number).includes(word));
  };

  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = selects.map((select, number) => [number, select.value]).filter(([, value]) => value);
    let found = 0;
    for (const number of order) {
      const fit = fits(number, words, wanted);
      if (fit) found += 1;
      const hide = !fit || found > limit;
      if (rows[number].hidden !== hide) rows[number].hidden = hide;
    }
    const shown = Math.min(found, limit);
    const sentence = shown < found ? data.words.first : data.words.shown;
    count.textContent = said(sentence, { found, total: rows.length, shown });
    more.hidden = shown === found;
    none.hidden = found > 0;
    reset.hidden = !words.length && !wanted.length;
    table.classList.remove("fresh");
  };

  const from = (first) => {
    limit = first;
    show();
  };

  const keys = {
    title: (one, other) => collator.compare(titles[one], titles[other]),
    stage: (one, other) => data.rows[one][STAGE] - data.rows[other][STAGE],
    validity: (one, other) => data.rows[one][VALIDITY] - data.rows[other][VALIDITY],
  };
  // What has no day comes last, whichever way the days are sorted.
  const byDay = (place, turned) => (one, other) => {
    const [first, second] = [data.rows[one][place], data.rows[other][place]];
    if (!first || !second) return (first ? 0 : 1) - (second ? 0 : 1);
    return (first < second ? -1 : first > second ? 1 : 0) * turned;
  };

  const sort = (head, heads) => {
    const turned = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    const name = head.dataset.sort;
    const days = { starts: STARTS, ends: ENDS }[name];
    const compare = days ? byDay(days, turned) : (one, other) => keys[name](one, other) * turned;
    order.sort((one, other) => compare(one, other) || one - other);
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", turned > 0 ? "ascending" : "descending");
    body.append(...order.map((number) => rows[number]));
    show();
  };

  const heads = Array.from(table.querySelectorAll("th[data-sort]"));
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.title = said(data.words.sort, { column: head.textContent });
    button.addEventListener("click", () => sort(head, heads));
    head.replaceChildren(button);
  }
  search.addEventListener("input", () => from(data.limit));
  for (const select of selects) select.addEventListener("change", () => from(data.limit));
  more.addEventListener("click", () => from(Infinity));
  reset.addEventListener("click", () => {
    search.value = "";
    for (const select of selects) select.value = "";
    from(data.limit);
    search.focus();
  });
  // Paper has no button: it gets every row that fits.
  addEventListener("beforeprint", () => from(Infinity));
  addEventListener("afterprint", () => from(data.limit));
  show();
  setTimeout(gather, 0, 0);
})();
