// Searches the site. The index files are next to the search page; SearchIndexWriter.cs documents their format.
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const replaced = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ", ħ: "h",
  "\u0649": "\u064a", "\u0629": "\u0647", "\u06a9": "\u0643", "\u06cc": "\u064a",
};
const dense =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const isDense = new RegExp(`^[${dense}]`, "u");
const isWord = /[\p{L}\p{N}\p{M}]/u;
const runs = new RegExp(`(?:(?=${isWord.source})[${dense}])+|(?:(?=${isWord.source})[^${dense}])+`, "gu");
const longest = 31;
const weights = [1, 3, 6, 12];
const perPage = 10;

// As SearchText.Fold in the program.
export const fold = (text) =>
  text.normalize("NFKD").replace(marks, "").toLowerCase()
    .replace(/[ßæœøłđðþıςħ\u0649\u0629\u06a9\u06cc]/g, (c) => replaced[c]).normalize("NFC");

// As SearchText.AddTerms, but that a run of a dense script needs no single characters when there are two.
export const terms = (text) =>
  (fold(text).match(runs) ?? []).flatMap((run) => {
    const characters = [...run];
    if (!isDense.test(run)) return [{ text: characters.slice(0, longest).join(""), dense: false }];
    if (characters.length === 1) return [{ text: run, dense: true, alone: true }];
    return characters.slice(1).map((c, i) => ({ text: characters[i] + c, dense: true }));
  });

const hash = (text) => {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return h;
};

const box = document.querySelector(".search-box input");
const form = document.querySelector(".search-page");
const loaded = new Map();

const load = (name) => {
  if (!loaded.has(name)) {
    const file = fetch(new URL(name, form.action)).then(async (answer) => {
      if (!answer.ok) throw new Error(`${answer.status} for ${name}`);
      const { words = "", lists = "", posts = [] } = await answer.json();
      return { words: words.split(" "), lists: lists.split(" "), posts: new Map(posts.map((post) => [post[0], post])) };
    });
    // A connection that failed once may work the next time.
    file.catch(() => loaded.delete(name));
    loaded.set(name, file);
  }
  return loaded.get(name);
};

// Calls a function for each post of a list, and returns the last.
const read = (list, found) => {
  let last = -1, distance = 0, shift = 0;
  for (let i = 0; i < list.length; i++) {
    const c = list.charCodeAt(i);
    const digit = c === 45 ? 62 : c === 95 ? 63 : c < 58 ? c + 4 : c < 91 ? c - 65 : c - 71;
    distance += (digit & 31) * 2 ** shift;
    if (digit < 32) {
      last += distance + 1;
      found(last);
      distance = shift = 0;
    } else {
      shift += 5;
    }
  }
  return last;
};

// The posts with a term or with words that begin with it. Beyond `end`, where a list was cut, any post may have it.
const lookUp = async (term) => {
  const files = +form.dataset.terms;
  const key = term.dense ? [...term.text][0] : term.text.slice(0, 3);
  const { words, lists } = await load(files ? `terms-${hash(key) % files}.json` : "index.json");
  const isPrefix = term.alone || (!term.dense && (!files || term.text.length >= 3));
  const scores = new Map();
  let end = Infinity;
  words.forEach((word, i) => {
    const isWhole = word === term.text;
    if (!isWhole && !(isPrefix && word.startsWith(term.text))) return;
    const isCut = lists[i][0] === "!";
    lists[i].slice(isCut).split(".").forEach((list, place) => {
      const score = weights[place] * (isWhole ? 1 : 0.6);
      const last = read(list, (post) => scores.set(post, Math.max(score, scores.get(post) ?? 0)));
      if (isCut && place === 0) end = Math.min(end, last);
    });
  });
  return { scores, end };
};

// The ranks of the posts that have all terms, the best first; newer posts have lower ranks. A list that was cut may lack some.
const match = async (wanted) => {
  const all = await Promise.all(wanted.map(lookUp));
  const [first, ...others] = all.sort((a, b) => (a.end < Infinity) - (b.end < Infinity) || a.scores.size - b.scores.size);
  const hits = [];
  for (let [post, score] of first?.scores ?? []) {
    const isHit = others.every(({ scores, end }) => {
      score += scores.get(post) ?? weights[0];
      return scores.has(post) || post > end;
    });
    if (isHit) hits.push({ post, score });
  }
  const posts = hits.sort((a, b) => b.score - a.score || a.post - b.post).map((hit) => hit.post);
  return { posts, isCut: all.some(({ end }) => end < Infinity) };
};

const postOf = async (post) => {
  const files = +form.dataset.posts;
  return (await load(files ? `posts-${post % files}.json` : "index.json")).posts.get(post);
};

// Where a text has the terms: [start, end) of each place, in order and apart.
const places = (text, wanted) => {
  let folded = "";
  const at = [];
  for (let i = 0; i < text.length;) {
    const c = String.fromCodePoint(text.codePointAt(i));
    const part = c < "\x80" ? c.toLowerCase() : fold(c);
    for (let n = part.length; n > 0; n--) at.push(i);
    folded += part;
    i += c.length;
  }
  at.push(text.length);
  const found = [];
  for (const term of wanted) {
    for (let i = folded.indexOf(term.text); i >= 0; i = folded.indexOf(term.text, i + 1)) {
      if (term.dense || i === 0 || !isWord.test(folded[i - 1])) found.push([at[i], at[i + term.text.length]]);
    }
  }
  const apart = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
};

// Never as HTML: the text of a post may be anything.
const show = (node, text, wanted) => {
  const plain = text.normalize();
  const found = places(plain, wanted);
  let at = 0;
  node.replaceChildren();
  for (const [start, end] of found) {
    const mark = document.createElement("mark");
    mark.textContent = plain.slice(start, end);
    node.append(plain.slice(at, start), mark);
    at = end;
  }
  node.append(plain.slice(at));
  return found.length;
};

const excerpt = async (url, wanted) => {
  const answer = await fetch(url);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const body = page.querySelector("main .content") ?? page.querySelector("main");
  const text = (body?.textContent ?? "").replace(/\s+/g, " ").normalize();
  const [first] = places(text.slice(0, 200000), wanted);
  if (!first) return null;
  const start = first[0] < 60 ? 0 : Math.max(text.indexOf(" ", first[0] - 60) + 1, first[0] - 60);
  return (start > 0 ? "… " : "") + text.slice(start, start + 200).trim() + "…";
};

const start = () => {
  const results = document.querySelector(".search-results");
  const status = document.querySelector(".search-status");
  const more = document.querySelector(".search-more");
  const all = document.querySelector(".search-posts");
  const { lang } = document.documentElement;
  // English without a region has the day first, as in the rest of the theme.
  const days = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang || undefined, { dateStyle: "long", timeZone: "UTC" });
  let turn = 0;
  let hits = [];
  let wanted = [];

  const item = ([, url, title, day, summary]) => {
    const node = document.createElement("li");
    const link = document.createElement("a");
    const text = document.createElement("p");
    link.href = url;
    link.dir = text.dir = "auto";
    const marked = show(link, title || url, wanted) + show(text, summary, wanted);
    node.append(link);
    if (day) {
      const time = document.createElement("time");
      time.dateTime = day;
      time.textContent = days.format(new Date(day));
      node.append(time);
    }
    node.append(text);
    return { node, text, url, isMarked: marked > 0 };
  };

  const add = async (mine, shown) => {
    const next = hits.slice(shown, shown + perPage);
    const posts = (await Promise.all(next.map(postOf))).filter(Boolean);
    if (mine !== turn) return;
    const items = posts.map(item);
    if (shown === 0) results.replaceChildren();
    results.append(...items.map(({ node }) => node));
    more.hidden = results.children.length >= hits.length || posts.length === 0;
    // If a summary shows no match, the page itself is searched for an excerpt, once typing has paused.
    setTimeout(async () => {
      for (const { text, url } of items.filter(({ isMarked }) => !isMarked).slice(0, 5)) {
        if (mine !== turn) return;
        const found = await excerpt(url, wanted).catch(() => null);
        if (found && mine === turn) show(text, found, wanted);
      }
    }, 300);
  };

  const search = async () => {
    const query = box.value.trim();
    const mine = ++turn;
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    wanted = terms(query);
    all.hidden = wanted.length > 0;
    if (wanted.length === 0) {
      hits = [];
      results.replaceChildren();
      results.hidden = more.hidden = true;
      status.textContent = "";
      return;
    }
    results.setAttribute("aria-busy", "true");
    try {
      const found = await match(wanted);
      if (mine !== turn) return;
      hits = found.posts;
      await add(mine, 0);
      if (mine !== turn) return;
      results.hidden = hits.length === 0;
      status.textContent = hits.length
        ? form.dataset.found.replace("{0}", hits.length + (found.isCut ? "+" : ""))
        : form.dataset.none.replace("{0}", () => query);
    } catch {
      if (mine === turn) status.textContent = form.dataset.failed;
    } finally {
      if (mine === turn) results.setAttribute("aria-busy", "false");
    }
  };

  let timer = 0;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 80);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  more.firstElementChild.addEventListener("click", async () => {
    const count = results.children.length;
    await add(turn, count);
    results.children[count]?.querySelector("a").focus();
  });
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = [box, ...results.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (at === 0 && box.value) {
        box.value = "";
        search();
      }
      box.focus();
    }
  });

  box.value = new URLSearchParams(location.search).get("q") ?? "";
  if (box.value) search();
};

addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (box && event.key === "/" && !isTyping && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
if (form) start();
