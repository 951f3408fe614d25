/// The same rules in polars and DuckDB on one thread, on their best columns: categories, small
/// integers, days, and bit masks for lists.
enum PeerScript {
  static let text = #"""
    import functools, json, operator, sys, time, datetime
    path, rules_path, today_text, rounds, folder = sys.argv[1:6]
    rules = json.load(open(rules_path)); rounds = int(rounds)
    today = datetime.date.fromisoformat(today_text)
    COMPARE = {"===": operator.eq, "!==": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
    kinds = {}
    def walk(rule):
        if isinstance(rule, dict):
            (name, args), = rule.items()
            if name in ("some", "none"): kinds[args[0]["var"]] = "list"; return
            if name == "within_days": kinds[args[0]["var"]] = "date"; return
            if name == "var": kinds.setdefault(rule["var"], "scalar"); return
            walk(args)
        elif isinstance(rule, list):
            for part in rule: walk(part)
    walk(rules)
    try:
        import polars as pl
    except ImportError:
        print("{}"); sys.exit()
    try:
        from orjson import loads
    except ImportError:
        from json import loads
    columns = {name: [] for name in kinds}; items = {name: {} for name in kinds}; accounts = {}; owners = []
    for line in open(path, "rb"):
        record = loads(line)
        if record.get("kind") == "account": accounts[record["id"]] = record.get("firmographic") or {}
        owners.append(record.get("account"))
        for name, kind in kinds.items():
            value = record
            for part in name.split("."): value = value.get(part) if isinstance(value, dict) else None
            if name == "kind" and value is None: value = "person"
            if isinstance(value, str) and not value.strip(): value = None
            if kind == "list" and value is not None:
                codes = items[name]; value = sum(1 << codes.setdefault(item, len(codes)) for item in set(value))
            columns[name].append(value)
    for name in kinds:
        if not name.startswith("firmographic."): continue
        key = name.split(".")[1]; column = columns[name]
        for row, owner in enumerate(owners):
            if column[row] is None and owner is not None: column[row] = accounts.get(owner, {}).get(key)
    series = []
    for name, kind in kinds.items():
        values = columns.pop(name)
        if kind == "date": one = pl.Series(name, values, dtype=pl.String).str.to_date("%Y-%m-%d", strict=False)
        elif kind == "list": one = pl.Series(name, values, dtype=pl.UInt32 if len(items[name]) <= 32 else pl.UInt64)
        else:
            one = pl.Series(name, values, strict=False)
            one = one.cast(pl.Categorical) if one.dtype == pl.String else one.shrink_dtype() if one.dtype.is_integer() else one
        series.append(one)
    frame = pl.DataFrame(series)
    def expression(rule):
        (name, args), = rule.items()
        if name == "and": return functools.reduce(operator.and_, map(expression, args))
        if name == "or": return functools.reduce(operator.or_, map(expression, args))
        if name == "!": return ~expression(args[0])
        if name in ("some", "none"):
            bit = items[args[0]["var"]].get(args[1]["==="][1])
            found = (pl.col(args[0]["var"]) & (0 if bit is None else 1 << bit)) != 0
            return ~found if name == "none" else found
        if name == "within_days":
            column = pl.col(args[0]["var"])
            return (column <= today) & (column >= today - datetime.timedelta(days=args[1]))
        if name == "in": return pl.col(args[0]["var"]).is_in(args[1])
        if len(args) == 3: return (pl.col(args[1]["var"]) >= args[0]) & (pl.col(args[1]["var"]) <= args[2])
        return COMPARE[name](pl.col(args[0]["var"]), args[1])
    def timed(work):
        times = []
        for _ in range(rounds):
            start = time.perf_counter(); counts = work(); times.append((time.perf_counter() - start) * 1000)
        return {"milliseconds": round(sorted(times)[len(times) // 2], 3), "counts": [int(count) for count in counts]}
    sums = [expression(rule).sum().alias(str(number)) for number, rule in enumerate(rules)]
    result = {"polars": timed(lambda: frame.select(sums).row(0))}
    one = []
    for number in range(0, len(rules), 5):
        start = time.perf_counter(); frame.select(sums[number]); one.append((time.perf_counter() - start) * 1000)
    result["polars"]["oneRuleMilliseconds"] = round(sorted(one)[len(one) // 2], 3)
    try:
        import duckdb
        frame.write_parquet(folder + "/frame.parquet")
        base = duckdb.connect(); base.execute("set threads = 1")
        fields = []
        for number, (name, dtype) in enumerate(frame.schema.items()):
            if isinstance(dtype, pl.Categorical):
                base.execute(f"""create type e{number} as enum (select distinct "{name}"::varchar from '{folder}/frame.parquet' where "{name}" is not null)""")
                fields.append(f'"{name}"::varchar::e{number} as "{name}"')
            else: fields.append(f'"{name}"')
        base.execute(f"create table t as select {', '.join(fields)} from '{folder}/frame.parquet'")
        SIGN = {"===": "=", "!==": "<>"}
        def literal(value): return "true" if value is True else "false" if value is False else "'" + value + "'" if isinstance(value, str) else str(value)
        def sql(rule):
            (name, args), = rule.items()
            if name in ("and", "or"): return "(" + f" {name} ".join(map(sql, args)) + ")"
            if name == "!": return f"(not {sql(args[0])})"
            if name in ("some", "none"):
                bit = items[args[0]["var"]].get(args[1]["==="][1])
                return f"""(("{args[0]["var"]}" & {0 if bit is None else 1 << bit}) {"<>" if name == "some" else "="} 0)"""
            if name == "within_days":
                first = today - datetime.timedelta(days=args[1])
                return f"""("{args[0]["var"]}" between date '{first}' and date '{today}')"""
            if name == "in": return f"""("{args[0]["var"]}" in ({", ".join(map(literal, args[1]))}))"""
            if len(args) == 3: return f"""("{args[1]["var"]}" between {args[0]} and {args[2]})"""
            return f"""("{args[0]["var"]}" {SIGN.get(name, name)} {literal(args[1])})"""
        query = "select " + ", ".join(f"count(*) filter (where {sql(rule)})" for rule in rules) + " from t"
        result["duckdb"] = timed(lambda: base.execute(query).fetchone())
    except ImportError:
        pass
    print(json.dumps(result))
    """#
}
