namespace ZoneFlow.Policies.Tests.Schema;

/// <summary>A pack that the reader takes, no policy and not sound: every key and every form of every construct stands in it.</summary>
internal static class EveryKey
{
    public const string Text = """
        pack: every-key
        title: {zh: 样例, en: Sample}
        issuer: 省局
        effective: {date: 2025-01-01, article: 第一条, default: 无}
        reckoning: {first-day: counted, roll: none, default: 无}
        norms: {remind: [3wd, 0], overdue: {tell: [province], then: {after: 10wd, tell: [province]}, default: 无}, ask-again: 30d, article: 第二条}
        regions: [甲市, 乙市]
        roles:
          body: {zh: 主体, en: Body, kind: applicant, alias: {甲市: 甲市主体}, per-item: true, article: 第四条}
          province: {zh: 省局, kind: authority, article: 第四条}
          expert: {zh: 专家, kind: expert, named-by: province, default: 无}
          public: {zh: 公众, kind: public, default: 无}
          unit: {zh: 承担单位, kind: unit, default: 无}
        documents:
          paper: {zh: 文件, public: true, free: true, article: [第五条, 第六条]}
        form:
        - section: 一
          article: 附件
          default: 无
          fields:
            name: {zh: 名称, type: text, longest: 20, unique: true, kept: true}
            people: {zh: 人数, type: whole, least: 0, most: 9, optional: true, private: true, article: 附件}
            area: {zh: 面积, type: number, least: 0, most: 9.5, unit: 平方米}
            money: {zh: 金额, type: money}
            sure: {zh: 是否, type: yes-no}
            on: {zh: 日期, type: date, not-after: today, not-before: begun}
            one: {zh: 单选, type: choice, of: regions}
            some: {zh: 多选, type: several, of: [甲, 乙]}
            table: {zh: 表, type: table, rows: 5, columns: {name: {zh: 名称, type: text, longest: 20}}}
        criteria:
          zone:
            one: {zh: 一, en: One, test: {any: [{field: people, at-least: 1}, {field: people, at-most: 9}]}, judge: province, relax: {by: province, grounds: [确有特色]}, article: 第七条}
            two: {zh: 二, test: {all: [{field: one, is: 甲市}, {field: one, is-not: 丙市}, {field: some, has-all: [甲]}]}, article: 第七条}
            three: {zh: 三, test: {sum: [people, area], at-least: 10}, article: 第七条}
            four: {zh: 四, test: {ratio: [people, area], at-least: 0.8}, article: 第七条}
            five: {zh: 五, test: {field: on, years-before: begun, at-least: 3}, default: 无}
        marks:
          begun: {zh: 开始, article: 第八条}
          ended: {zh: 期满, after: begun, for: 2y, article: 第八条}
        bans:
          no-reapply: {zh: 不得再报, for: 5y, subject: zone, also-warn: body, scope: [scheme], from: begun, article: 第九条}
        outcomes:
          revoked: {zh: 撤销, standing: over, bans: [no-reapply], ban-choice: bars, article: 第九条}
        cases:
          zone:
            zh: 集聚区
            opened-by: body
            opens-with: main
            joins-round: true
            public: {facts: [number, region, issuer], dates: [begun], flags: [raised], article: 第四条, default: 无}
            keep: {standings: {over: 30y}, readings: 3y, article: 第四条, default: 无}
            standings: {open: {zh: 进行, public: true}, over: {zh: 结束, final: true}}
            flags: {raised: {zh: 标记}}
            joint-with: {expert: {least: 1, most: 3, article: 第四条, default: 无}}
            items: {of: task, from-pack: {named: in, unnamed: blocked}, states: {in: {zh: 在办}, blocked: {zh: 待明确}}}
          round:
            zh: 批次
            opened-by: province
            opens-with: call
            standings: {open: {zh: 进行}}
            items: {of: zone, states: {in: {zh: 在列}, out: {zh: 退出}}}
        procedures:
          main:
            zh: 主程序
            case: zone
            first: task
            key: which
            per-item: true
            blocks: [other.stop]
            article: 第十条
            opened-by:
              action: begin
              zh: 开始
              by: body
              while: [open]
              needs: [paper]
              meets: [zone]
              judges: [zone]
              reason: required
              finding: 无故
              looks-up: [bans, names, round, supported-items, scores, values, funds]
              if: {all: [{standing: [open]}, {received-before: begun}, {later: {input: dated, mark: begun}}, {past: ended}, {not-banned: {subject: zone, scope: scheme}}, {not-running: other}, {not-in: {input: item, look-up: supported-items}}, {in-order: {first: dated, second: dated}}, {fund-rules: met}, {fund-rules: broken}, {indicators: met}, {instruments: issued}, {at-least: {count: 1, of: [{any: [{standing: open}]}]}}]}
              settles: duty
              second-factor: true
              after-due: true
              each: true
              do: [{flag: raised}]
              late: {within: 15wd, from: begun, article: 第十一条}
              article: 第十一条
              ask:
                dated: {zh: 日期, type: date}
                length: {zh: 期限, type: period, least: 3mo, most: 6mo, preset: 6mo, outside: reason, article: 第十条}
                who: {zh: 单位, type: party, role: body}
                item: {zh: 任务, type: item, state: in}
                round: {zh: 批次, type: case, kind: round, standing: [open]}
                values: {zh: 指标, type: indicators, of: baseline}
                lead: {zh: 牵头单位, type: units, of: bureaus, preset: [first-bureau]}
                paper: {zh: 文件, type: instrument}
                plan: {zh: 方案, type: plan}
                entry: {zh: 登记, type: fund-entry, not-before: begun}
            anywhere:
              quit: {zh: 退出, by: {all: [body, province]}, to: done}
            stages:
              task:
                zh: 办理
                by: [body, province]
                collective: {zh: 会议, en: Meeting}
                pauses: returner
                due: {within: $length, from: begun, article: 第十条}
                remind: [10wd, 0]
                overdue: {tell: [province]}
                optional: {visit: {zh: 考察, by: province, reason: required, needs: [paper], always: true, default: 无}}
                actions:
                  go:
                    zh: 办结
                    do:
                    - mark: {begun: $dated}
                    - standing: over
                    - flag: raised
                    - unflag: raised
                    - set: [name]
                    - plan: paper
                    - plan: {draft: plan}
                    - plan: judge
                    - applicant: {expert: $who}
                    - units: {items: item, lead: lead, responsible: lead}
                    - values: {file: values}
                    - values: verify
                    - funds: {as: budget, dated: dated, amounts: [money]}
                    - funds: {reverse: entry}
                    - instrument: {issued: $paper, document: paper}
                    - register: {名录: $item}
                    - start: {procedure: other, with: {which: $item}}
                    - start: other
                    - stop-others: all
                    - stop-others: {except: [main]}
                    - outcome: revoked
                    - ban: no-reapply
                    - join: {round: $round}
                    - send: {to: round, say: hello, with: [notice], while: open}
                    - announce: paper
                    - letter: told
                    to: back
              panel:
                zh: 评审
                panel: {of: expert, over: self, seats: {by: province, least: 1, most: 9, preset: 3}, score: {least: 0, most: 10}, weights: {basis: 1, effect: {weight: 2, zh: 效果, en: Effect}}, ties: meeting, default: 无}
                due: {at: ended, default: 无}
                actions: {conclude: {zh: 完成, by: province, to: noticed}}
              noticed:
                zh: 公示
                notice: {of: paper, entries: self, for: 5wd, first-day: counted, article: 第九条, objections: {from: public, named: required, article: 第九条}}
                actions: {each-unopposed: {to: waiting}, each-opposed: {to: waiting}}
              waiting:
                zh: 等待
                wait: {until: ended, for: round, watched: [province], ask-again: 30d}
                actions: {round.proposed: {zh: 列入, to: asleep}}
              asleep: {zh: 无期, by: body, due: {none: true, ask-again: 10d, default: 无}, actions: {elapsed: {to: owed}, all-signed: {to: owed}}}
              owed: {zh: 待报, by: body, due: {by: duty, article: 第十条}, actions: {file: {zh: 报送, settles: duty, to: done}}}
              done: {zh: 办结, end: done}
          other:
            zh: 其他
            case: zone
            many: true
            first: over
            stages: {over: {zh: 办结, end: done}}
          call:
            zh: 批次
            case: round
            first: open
            stages:
              open:
                zh: 受理
                by: province
                due: {within: 5wd, default: 无}
                actions:
                  decide:
                    zh: 决定
                    looks-up: [members]
                    ask: {list: {zh: 名单, type: items, state: in, ranked: true, at-most: quota, article: 第九条}}
                    if: {all: [{members: same-as-items}, {no-item: out}, {every-item: in}]}
                    do:
                    - item: in
                    - item: {to: in, chosen: list, from: out}
                    - rank: in
                    - other-items: {from: in, to: out, not-chosen: list}
                    - send: {to: {items: in}, say: proposed}
                    - send: {to: {chosen: list}, say: proposed}
                    to: rank
              rank:
                zh: 评审
                panel: {of: expert, over: {items: in}, seats: {by: province, least: 1, most: 3, preset: 1}, default: 无}
                due: {within: 5wd, default: 无}
                actions: {conclude: {zh: 完成, by: province, to: listed}}
              listed:
                zh: 公示
                notice: {of: paper, entries: {items: in}, for: 7d, article: 第九条, objections: {from: public, default: 无}}
                actions: {elapsed: {to: done}}
              done: {end: done}
        duties:
          first: {zh: 一, starts: main, while: {standing: [open], from: begun, until: ended}, once: {from: begun, opens-before: 30d, within: 2mo}, when-life-ends: lapse, article: 第十二条}
          second:
            zh: 二
            starts: main
            while: {standing: [open], item: in}
            yearly: {opens: 01-01, by: 02-last, covers: same-year}
            least-overlap: {of: 1mo, default: 无}
            replaces: first
            held-by: {running: other, then: defer, default: 无}
            when-life-ends: keep
            per-item: true
            remind: [30d]
            overdue: {tell: [province]}
            default: 无
          third: {zh: 三, starts: main, while: {standing: [open]}, part-yearly: {opens: [01-01, 07-01], by: [01-31, 07-31]}, when-life-ends: keep, article: 第十二条}
          fourth: {zh: 四, starts: main, while: {standing: [open]}, every-years: {years: 3, anchor: begun, opens: 02-01, by: 04-30, not-before: anniversary}, when-life-ends: keep, article: 第十二条}
        sheet:
          document: paper
          title: [申报书]
          foot: 甲局制
          article: 附件
          cover:
          - {label: 名称：, text: '{area}', after: 盖章}
          parts:
          - heading: 一
            columns: 4
            rows:
            - [{text: 面积, wide: 1, tall: 1, lines: 2, sealed: true}, {choices: area, note: area, wide: 3}]
            - {entries: area, beside: {text: 表, wide: 1}, wide: [3], least: 2}
        letters:
          told: {to: [body], title: {zh: '{zone}的通知'}, body: {zh: '{applicant}：{item}：{reason}', en: Told}, format: letter, mail: false, on-demand: {by: [body], when: overdue, flag: raised, standing: [open]}, article: 第十三条}
        units:
          first-bureau: {zh: 甲局, article: 第十四条}
          bureaus: {zh: 各局, en: Bureaus, of: [first-bureau], default: 无}
        items:
          first:
            zh: 任务一
            en: First
            lead: [first-bureau]
            responsible: bureaus
            instruments: {measures: {zh: 办法, en: Measures, article: 第十四条, default: 无}}
            indicators:
              count: {zh: 数量, en: Count, at-least: 3, unit: 家, basis: stock, due: 2026-12-31, restated: [{at-least: 4, due: 2025-12-31, article: 第十五条, default: 无}], article: 第十四条, default: 无}
              growth: {zh: 增长, at-most: 8, unit: '%', basis: growth, baseline: 2023, restated: [{at-most: 7, default: 无}]}
              words: {zh: 说明, basis: narrative}
            article: 第十四条
            default: 无
          second: {zh: 任务二, lead-from: bureaus, article: 第十四条}
        funds:
          share: {zh: 占比, share: people, of: area, at-least: 0.4, warn: [budget, payment], block: close, letter: told, article: 第十五条}
        rosters:
          members:
            zh: 名录
            en: Members
            case: zone
            by: [body]
            while: [open]
            columns:
              kind: {zh: 类型, type: choice, of: [甲, 乙]}
              count: {zh: 数量, type: whole}
            counts:
              people: {rows: all}
              area: {where: kind, is: 甲, sum: count}
            watch: {criteria: [three], tell: [province], article: 第十五条, default: 无}
            article: 第十五条
            default: 无
        clauses:
        - {article: 第十六条, zh: 只作记载, en: Text only, role: province}
        """;
}
