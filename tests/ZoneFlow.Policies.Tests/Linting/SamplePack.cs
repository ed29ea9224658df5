using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Linting;

/// <summary>A small sound pack with every construct in it, for defects to be planted in.</summary>
internal static class SamplePack
{
    public const string Text = """
        pack: sample
        title: {zh: 样例办法}
        issuer: 省知识产权局
        effective: {date: 2025-01-01, article: 第二十条}
        reckoning: {first-day: not-counted, roll: next-working-day, default: 民法典}
        norms: {remind: [3wd, 0], overdue: {tell: [province]}, ask-again: 30d, default: X-1}
        regions: [沈阳, 大连]
        roles:
          body: {zh: 建设主体, kind: applicant, article: 第四条}
          city: {zh: 市局, kind: endorser, article: 第四条}
          province: {zh: 省局, kind: authority, article: 第四条}
          expert: {zh: 专家, kind: expert, named-by: province, article: 第九条}
          public: {zh: 公众, kind: public, default: X-4}
        documents:
          application: {zh: 申报表, article: 第八条}
          minutes: {zh: 会议纪要, article: 第九条}
          list: {zh: 名单, article: 第九条}
          opinion: {zh: 专家意见, article: 第九条}
          approval: {zh: 批复, article: 第九条}
          report: {zh: 年度报告, article: 第十四条}
          agreement: {zh: 任务书, article: 第十五条}
          decision: {zh: 决定书, article: 第二十条}
          other: {zh: 其他, free: true, default: X-9}
        form:
          - section: 基本情况
            article: 第八条
            fields:
              physical: {zh: 实体机构, type: whole}
              functional: {zh: 虚拟机构, type: whole}
        criteria:
          zone:
            plan: {zh: 计划, judge: city, article: 第七条(一)}
            agencies: {zh: 机构数量, test: {sum: [physical, functional], at-least: 10}, article: 第七条(三)}
        marks:
          designated: {zh: 设立之日, article: 第九条}
          served: {zh: 送达之日, default: X-7}
          decided: {zh: 决定之日, article: 第二十条}
          term-end: {zh: 建设期满, after: designated, for: 2y, article: 第十条}
        bans:
          no-reapply: {zh: 不得再次申报, for: 5y, subject: zone, scope: [scheme], from: decided, article: 第二十条}
        outcomes:
          revoked: {zh: 撤销, standing: revoked, bans: [no-reapply], article: 第二十条}
        cases:
          round:
            zh: 批次
            opened-by: province
            opens-with: sitting
            keep: {standings: {done: 30y}, default: 无}
            standings: {sitting: {zh: 征集}, noticed: {zh: 公示}, done: {zh: 办结, final: true}}
            items: {of: zone, states: {tabled: {zh: 上会}, listed: {zh: 列入}, unlisted: {zh: 未列入}, cleared: {zh: 无异议}, opposed: {zh: 有异议}, dropped: {zh: 退出}, put-off: {zh: 转下批}}}
          zone:
            zh: 集聚区
            opened-by: body
            opens-with: designation
            public: {facts: [number, region], dates: [designated], flags: [held], default: 无}
            keep: {standings: {refused: 10y, withdrawn: 10y, revoked: 30y}, readings: 3y, default: 无}
            standings:
              drafting: {zh: 填报}
              applying: {zh: 申报}
              operating: {zh: 运行, public: true}
              refused: {zh: 未获设立, final: true}
              withdrawn: {zh: 撤回, final: true}
              revoked: {zh: 撤销, final: true}
            flags: {held: {zh: 暂缓}}
        procedures:
          sitting:
            zh: 上会
            case: round
            first: tabling
            anywhere:
              zone.left: {zh: 退出, do: [{item: dropped}], to: stay}
            stages:
              tabling:
                zh: 汇总
                by: province
                due: {none: true, default: X-3}
                actions:
                  zone.tabled: {zh: 上会, do: [{item: tabled}], to: stay}
                  convene: {zh: 召集, to: meeting}
              meeting:
                zh: 会议
                by: province
                due: {within: 20wd, default: X-3}
                actions:
                  zone.tabled: {zh: 上会, do: [{item: tabled}], to: stay}
                  decide:
                    zh: 决定
                    needs: [minutes, list]
                    looks-up: [members]
                    if: {members: same-as-items}
                    ask: {chosen: {zh: 名单, type: items, state: tabled, article: 第九条}}
                    do:
                      - item: {to: listed, chosen: chosen}
                      - other-items: {from: tabled, to: unlisted, not-chosen: chosen}
                      - send: {to: {items: unlisted}, say: not-agreed}
                      - send: {to: {items: listed}, say: proposed}
                      - standing: noticed
                    to: notice
              notice:
                zh: 公示
                article: 第九条
                notice: {of: list, entries: {items: listed}, for: 5wd, article: 第九条, objections: {from: public, named: required, default: X-4}}
                actions:
                  zone.tabled: {zh: 过迟, do: [{item: put-off}, {send: {to: item, say: put-off}}], to: stay}
                  each-unopposed: {do: [{item: cleared}, {send: {to: item, say: cleared}}], to: stay}
                  each-opposed: {do: [{item: opposed}, {send: {to: item, say: opposed}}], to: stay}
                  elapsed: {do: [{standing: done}], to: sitting-over}
              sitting-over: {zh: 办结, end: done}
          designation:
            zh: 设立
            case: zone
            first: drafting
            anywhere:
              withdraw: {zh: 撤回, by: body, reason: required, do: [{send: {to: round, say: left}}, {standing: withdrawn}], to: ended}
            stages:
              drafting:
                zh: 填报
                by: body
                due: {none: true, default: X-3}
                actions:
                  submit: {zh: 提交, needs: [application], looks-up: [bans], if: {not-banned: {subject: zone, scope: scheme}}, meets: zone, do: [{standing: applying}], to: endorsement}
              endorsement:
                zh: 推荐
                by: city
                due: {within: 10wd, default: X-3}
                actions:
                  recommend: {zh: 推荐, judges: zone, to: evaluation}
                  return: {zh: 退回, reason: required, to: correcting}
              correcting:
                zh: 补正
                by: body
                pauses: returner
                due: {within: 10wd, default: X-3}
                actions:
                  resubmit: {zh: 重新提交, needs: [application], to: back}
              evaluation:
                zh: 评审
                panel: {of: expert, over: self, seats: {by: province, least: 3, most: 9, preset: 3}, default: X-5}
                due: {within: 30wd, default: X-3}
                actions:
                  conclude: {zh: 完成评审, by: province, needs: [opinion], to: awaiting}
              awaiting:
                zh: 待上会
                by: province
                due: {within: 20wd, default: X-3}
                actions:
                  table: {zh: 上会, ask: {into: {zh: 批次, type: case, kind: round, standing: [sitting], article: 第九条}}, do: [{join: {round: $into}}, {send: {to: round, say: tabled}}], to: at-sitting}
              at-sitting:
                zh: 会议中
                wait: {for: round, watched: [province], ask-again: 30d}
                actions:
                  round.proposed: {zh: 拟设立, to: listed}
                  round.put-off: {zh: 转下批, to: awaiting}
                  round.not-agreed: {zh: 未通过, do: [{standing: refused}], to: ended}
              listed:
                zh: 公示中
                wait: {for: round, watched: [province], ask-again: 30d}
                actions:
                  round.cleared: {zh: 无异议, to: approving}
                  round.opposed: {zh: 有异议, do: [{flag: held}], to: inquiry}
              inquiry:
                zh: 核查
                by: province
                due: {within: 15wd, default: X-3}
                actions:
                  dismiss: {zh: 异议不成立, reason: required, do: [{unflag: held}], to: approving}
                  amend: {zh: 调整后再公示, reason: required, to: renotice}
              renotice:
                zh: 再公示
                notice: {of: list, entries: self, for: 5wd, default: X-6, objections: {from: public, named: required, default: X-4}}
                actions:
                  each-unopposed: {to: approving}
                  each-opposed: {to: inquiry}
              approving:
                zh: 批复
                by: province
                due: {within: 20wd, default: X-3}
                actions:
                  approve:
                    zh: 批复设立
                    needs: [approval]
                    second-factor: true
                    ask: {dated: {zh: 批复日期, type: date, not-after: today, article: 第九条}}
                    do: [{mark: {designated: $dated}}, {standing: operating}, {announce: approval}, {letter: approved}]
                    to: ended
              ended: {zh: 办结, end: done}
          report:
            zh: 年度报告
            case: zone
            first: owed
            stages:
              owed: {zh: 待报, by: body, due: {by: duty, article: 第十四条}, actions: {file: {zh: 报送, needs: [report], settles: duty, to: filed}}}
              filed: {zh: 已报, end: done}
          agreement:
            zh: 任务书
            case: zone
            many: true
            opened-by: {zh: 发起签署, action: offer, by: province, while: [operating]}
            first: signing
            stages:
              signing:
                zh: 签署
                by: {all: [body, province]}
                due: {within: 20wd, default: X-3}
                actions:
                  sign: {zh: 签署, needs: [agreement], each: true, to: stay}
                  all-signed: {to: signed}
                  abandon: {zh: 放弃, by: province, reason: required, to: signed}
              signed: {zh: 办结, end: done}
          integrity:
            zh: 调查
            case: zone
            opened-by: {zh: 立案, action: open-inquiry, by: province, while: [applying, operating]}
            blocks: [designation.withdraw]
            first: inquiring
            stages:
              inquiring:
                zh: 调查
                by: province
                due: {within: 15wd, default: X-3}
                actions:
                  founded: {zh: 属实, reason: required, do: [{start: {procedure: ending, with: {outcome: revoked}}}], to: closed}
                  unfounded: {zh: 不属实, reason: required, to: closed}
              closed: {zh: 办结, end: done}
          ending:
            zh: 撤销
            case: zone
            key: outcome
            first: intent
            stages:
              intent:
                zh: 告知
                by: province
                due: {within: 10wd, default: X-7}
                actions:
                  serve:
                    zh: 送达
                    ask: {on: {zh: 送达日期, type: date, not-after: today, default: X-7}, window: {zh: 期限, type: period, least: 5wd, preset: 5wd, most: 10wd, outside: reason, default: X-7}}
                    do: [{mark: {served: $on}}]
                    to: hearing
              hearing:
                zh: 陈述申辩
                by: body
                due: {within: $window, from: served, default: X-7}
                actions:
                  state: {zh: 陈述, to: deciding}
                  elapsed: {to: deciding}
              deciding:
                zh: 决定
                by: province
                due: {within: 20wd, default: X-3}
                actions:
                  uphold:
                    zh: 撤销
                    needs: [decision]
                    second-factor: true
                    ask: {dated: {zh: 决定日期, type: date, not-after: today, article: 第二十条}}
                    do: [{mark: {decided: $dated}}, {send: {to: round, say: left, while: applying}}, {outcome: $outcome}, {stop-others: all}, {announce: decision}]
                    to: over
                  drop: {zh: 不予撤销, reason: required, to: over}
              over: {zh: 办结, end: done}
        duties:
          yearly-report:
            zh: 年度报告
            starts: report
            while: {standing: [operating], until: term-end}
            yearly: {opens: 01-01, by: 02-last, covers: previous-year}
            least-overlap: {of: 1mo, default: LN-A8}
            when-life-ends: lapse
            remind: [30d, 10wd, 0]
            article: 第十四条
        letters:
          approved: {to: [body], title: {zh: 批复}, body: {zh: 同意设立。}, article: 第九条}
        clauses:
          - {article: 第十七条, zh: 运行期内持续提升, role: body}
        """;

    /// <summary>The files that a text is cut into: one begins at each of these keys.</summary>
    private static readonly (string Key, string File)[] Cuts =
        [("pack:", "policy.yaml"), ("criteria:", "terms.yaml"), ("procedures:", "procedures.yaml"), ("duties:", "duties.yaml")];

    public static PackReading Read(string text)
    {
        var reading = PackFolder.ReadFiles(Files(text).ToDictionary(f => f.File, f => System.Text.Encoding.UTF8.GetBytes(f.Text)));
        Assert.True(reading.Pack is not null, string.Join('\n', reading.Problems));
        return reading;
    }

    public static Pack Pack { get; } = Read(Text).Pack!;

    /// <summary>The file and line of the words, which must stand in the text once.</summary>
    public static Place PlaceOf(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0 && text.IndexOf(words, at + 1, StringComparison.Ordinal) < 0, $"'{words}' must stand in the text once.");
        var (file, from, _) = Files(text).Last(f => f.From <= at);
        return new Place(file, text[from..at].Count(c => c == '\n') + 1);
    }

    /// <summary>Plants one defect and says what the linter finds in the pack that has it.</summary>
    public static (string Text, IReadOnlyList<Finding> Findings) With(string sound, string defect)
    {
        _ = PlaceOf(Text, sound);
        var text = Text.Replace(sound, defect, StringComparison.Ordinal);
        var reading = Read(text);
        return (text, Linter.Check(reading.Pack!, reading.Positions));
    }

    public static IReadOnlyList<Finding> Check(Pack pack) => Linter.Check(pack, Read(Text).Positions);

    private static IEnumerable<(string File, int From, string Text)> Files(string text)
    {
        var starts = Cuts.Select(c => text.StartsWith(c.Key, StringComparison.Ordinal) ? 0 : text.IndexOf($"\n{c.Key}", StringComparison.Ordinal) + 1).ToList();
        return Cuts.Select((c, i) => (c.File, starts[i], text[starts[i]..(i + 1 < starts.Count ? starts[i + 1] : text.Length)]));
    }
}
