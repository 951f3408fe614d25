/// The same queries in SQLite FTS5 and tantivy, on the same text of each customer: name, id, addresses,
/// numbers as digits, company, city, postcode and contract number, without accents.
///
/// FTS5 hands over 500 rows, of which the application takes those first that have most words in full
/// and the shortest text. tantivy takes every word as the beginning of one with at most one error.
enum FindPeerScript {
  static let text = #"""
    import json, os, re, sqlite3, sys, time, unicodedata
    customers, queries_path, folder, names = sys.argv[1:5]
    names = names.split(","); queries = json.load(open(queries_path)); result = {}
    try:
        from orjson import loads
    except ImportError:
        from json import loads
    def fold(text):
        plain = unicodedata.normalize("NFKD", text.casefold())
        return "".join(mark for mark in plain if not unicodedata.combining(mark))
    digits = lambda text: "".join(re.findall(r"\d", text))
    def parts(line):
        record = loads(line); place = record.get("geographic") or {}
        name = record.get("name") or {}; name = name.get("full", "") if isinstance(name, dict) else name
        return record["id"], name, record.get("emails") or [], record.get("phones") or [], record.get("company") or "", [place.get("city") or "", place.get("postcode") or "", (record.get("behavioral") or {}).get("contractNumber") or ""]
    def texts():
        for line in open(customers, "rb"):
            key, name, emails, phones, company, more = parts(line)
            yield key, fold(" ".join([name, key, *emails, *map(digits, phones), company, *more]))
    def words(text):
        if re.fullmatch(r"[\d\s+()/.-]+", text): return [digits(text)] if digits(text) else []
        return re.findall(r"\w+", fold(text))
    def figures(times):
        ordered = sorted(times); rank = lambda percent: round(ordered[max(0, -(-len(ordered) * percent // 100) - 1)], 4)
        return {"keystrokes": len(ordered), "p50": rank(50), "p95": rank(95), "p99": rank(99), "max": ordered[-1] and round(ordered[-1], 4)}
    def typed(find):
        times, found = [], {"exact": 0, "misspelt": 0, "short": 0}
        for query in queries:
            for end in range(1, len(query["text"]) + 1):
                start = time.perf_counter(); ids = find(query["text"][:end]); times.append((time.perf_counter() - start) * 1000)
            found[query["kind"]] += query["id"] in ids
        return {"milliseconds": figures(times), "foundAmongTwenty": {"exact": found["exact"], "misspelt": found["misspelt"]}}
    def fts5():
        path = folder + "/fts5.db"; start = time.perf_counter()
        base = sqlite3.connect(path); base.execute("pragma journal_mode = off"); base.execute("pragma synchronous = off")
        base.execute("create virtual table t using fts5(id unindexed, body, prefix = '1 2 3 4', tokenize = 'unicode61 remove_diacritics 2')")
        base.executemany("insert into t values (?, ?)", texts()); base.commit()
        built = time.perf_counter() - start
        def find(text):
            asked = words(text)
            if not asked: return []
            rows = base.execute("select id, body from t where t match ? limit 500", (" ".join(f'"{word}"*' for word in asked),)).fetchall()
            whole = set(asked)
            rows.sort(key=lambda row: (-len(whole & set(re.findall(r"\w+", row[1]))), len(row[1])))
            return [row[0] for row in rows[:20]]
        report = {"buildMilliseconds": round(built * 1000), "indexBytes": os.path.getsize(path), **typed(find)}
        base.close(); os.remove(path); return report
    def tantivy():
        try:
            import tantivy as engine
        except ImportError:
            return "not measured: python3 has no module tantivy (pip install tantivy)"
        start = time.perf_counter(); place = folder + "/tantivy"; os.mkdir(place)
        builder = engine.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw"); builder.add_text_field("body", tokenizer_name="default")
        schema = builder.build(); index = engine.Index(schema, path=place); writer = index.writer(256 << 20, 2)
        for key, body in texts(): writer.add_document(engine.Document(id=key, body=body))
        writer.commit(); writer.wait_merging_threads(); index.reload()
        built = time.perf_counter() - start; searcher = index.searcher()
        def find(text):
            asked = words(text)
            if not asked: return []
            queries = [(engine.Occur.Must, engine.Query.fuzzy_term_query(schema, "body", word, distance=1, transposition_cost_one=True, prefix=True)) for word in asked]
            hits = searcher.search(engine.Query.boolean_query(queries), 20, count=False).hits
            return [searcher.doc(place)["id"][0] for _, place in hits]
        size = sum(os.path.getsize(f"{place}/{name}") for name in os.listdir(place))
        return {"buildMilliseconds": round(built * 1000), "indexBytes": size, **typed(find)}
    if "fzf" in names:
        with open(folder + "/customers.tsv", "w") as lines:
            for line in open(customers, "rb"):
                key, name, emails, phones, company, more = parts(line)
                lines.write("\t".join([key, name, " ".join(emails), " ".join(phones), company, *more]).replace("\n", " ") + "\n")
    for name, work in [("fts5", fts5), ("tantivy", tantivy)]:
        if name not in names: continue
        try: result[name] = work()
        except Exception as error: result[name] = f"not measured: {error}"
    print(json.dumps(result))
    """#
}
