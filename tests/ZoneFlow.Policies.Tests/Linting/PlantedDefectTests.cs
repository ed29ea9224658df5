using ZoneFlow.Policies.Reading;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Linting;

/// <summary>One defect for each rule, planted in the text of the sample pack: the rule finds it, where it stands.</summary>
public sealed class PlantedDefectTests
{
    /// <summary>Rule, sound text, defective text, and the words that the finding's line holds.</summary>
    public static TheoryData<string, string, string, string> Defects => new()
    {
        { "unreachable-stage", "{zh: 调整后再公示, reason: required, to: renotice}", "{zh: 调整后再公示, reason: required, to: approving}", "      renotice:" },
        { "stage-never-left", "file: {zh: 报送, needs: [report], settles: duty, to: filed}", "file: {zh: 报送, needs: [report], settles: duty, to: stay}", "owed: {zh: 待报" },
        { "no-way-to-end", "state: {zh: 陈述, to: deciding}\n          elapsed: {to: deciding}", "state: {zh: 陈述, to: intent}\n          elapsed: {to: intent}", "hearing:\n" },
        { "wait-without-reminder", "wait: {for: round, watched: [province], ask-again: 30d}\n        actions:\n          round.proposed", "wait: {for: round, ask-again: 30d}\n        actions:\n          round.proposed", "at-sitting:\n" },
        { "elapsed-without-due", "due: {within: $window, from: served, default: X-7}", "due: {none: true, default: X-7}", "elapsed: {to: deciding}" },
        { "idle-role", "  public: {zh: 公众", "  idler: {zh: 闲人, kind: endorser, default: X-8}\n  public: {zh: 公众", "idler" },
        { "unasked-document", "  other: {zh: 其他", "  plan: {zh: 方案, article: 第八条}\n  other: {zh: 其他", "  plan: {zh: 方案" },
        { "unasked-field", "sum: [physical, functional]", "sum: [physical, imagined]", "agencies:" },
        { "absurd-period", "for: 2y, article: 第十条", "for: 60y, article: 第十条", "term-end: {zh" },
        { "absurd-period", "opens: 01-01, by: 02-last", "opens: 03-01, by: 02-last", "yearly-report:" },
        { "absurd-bounds", "least: 5wd, preset: 5wd, most: 10wd", "least: 5wd, preset: 15wd, most: 10wd", "serve:" },
        { "unhandled-message", "          round.not-agreed: {zh: 未通过, do: [{standing: refused}], to: ended}\n", "", "decide:\n" },
        { "unhandled-message", "by: province\n        due: {within: 20wd, default: X-3}\n        actions:\n          zone.tabled: {zh: 上会, do: [{item: tabled}], to: stay}\n", "by: province\n        due: {within: 20wd, default: X-3}\n        actions:\n", "      meeting:" },
        { "unhandled-message", "          zone.tabled: {zh: 过迟, do: [{item: put-off}, {send: {to: item, say: put-off}}], to: stay}\n", "", "      notice:\n" },
        { "unsent-message", "round.opposed: {zh: 有异议", "round.postponed: {zh: 延期, to: inquiry}\n          round.opposed: {zh: 有异议", "round.postponed" },
        {
            "endless-cycle",
            "elapsed: {to: deciding}\n      deciding:\n        zh: 决定\n        by: province\n        due: {within: 20wd, default: X-3}\n        actions:\n",
            "elapsed: {to: deciding}\n      deciding:\n        zh: 决定\n        by: province\n        due: {within: 20wd, from: served, default: X-3}\n        actions:\n          elapsed: {to: hearing}\n",
            "elapsed: {to: deciding}"
        },
        { "default-changes-standing", "elapsed: {to: deciding}", "elapsed: {do: [{standing: refused}], to: deciding}", "elapsed: {do: [{standing: refused}]" },
        { "default-changes-standing", "drop: {zh: 不予撤销, reason: required, to: over}", "elapsed: {do: [{standing: refused}], to: over}", "elapsed: {to: deciding}" },
        { "default-changes-standing", "for: 5wd, article: 第九条", "for: 5wd, default: X-6", "elapsed: {do: [{standing: done}]" },
        { "starts-another-case", "start: {procedure: ending, with: {outcome: revoked}}", "start: sitting", " founded: {" },
        { "final-standing-left", "do: [{standing: applying}]", "do: [{standing: refused}, {standing: applying}]", " submit: {" },
        { "standing-never-reached", "      operating: {zh: 运行", "      dormant: {zh: 休眠}\n      operating: {zh: 运行", "dormant" },
        { "outcome-not-final", "revoked: {zh: 撤销, standing: revoked", "revoked: {zh: 撤销, standing: operating", "revoked: {zh: 撤销, standing: operating" },
        { "opens-with", "opens-with: designation", "opens-with: sitting", "  zone:\n    zh: 集聚区" },
        { "unstarted-procedure", "starts: report", "starts: integrity", "  report:\n    zh" },
        { "action-collision", "action: offer,", "action: submit,", "opened-by: {zh: 发起签署" },
        { "back-outside-correction", "dismiss: {zh: 异议不成立, reason: required, do: [{unflag: held}], to: approving}", "dismiss: {zh: 异议不成立, reason: required, do: [{unflag: held}], to: back}", "dismiss:" },
        { "correction-without-back", "resubmit: {zh: 重新提交, needs: [application], to: back}", "resubmit: {zh: 重新提交, needs: [application], to: endorsement}", "correcting:\n" },
        { "due-without-duty", "inquiring:\n        zh: 调查\n        by: province\n        due: {within: 15wd, default: X-3}", "inquiring:\n        zh: 调查\n        by: province\n        due: {by: duty, default: X-3}", "inquiring:\n" },
        { "settles-without-duty", "unfounded: {zh: 不属实,", "unfounded: {zh: 不属实, settles: duty,", "unfounded:" },
        { "duty-never-settled", "needs: [report], settles: duty, to: filed", "needs: [report], to: filed", "yearly-report:" },
        { "duty-while", "while: {standing: [operating], until: term-end}", "while: {standing: [operating, revoked], until: term-end}", "yearly-report:" },
        { "mark-never-set", "do: [{mark: {designated: $dated}}, {standing", "do: [{standing", "yearly-report:" },
        { "mark-set-too-late", "by: province\n        due: {within: 10wd, default: X-7}", "by: province\n        due: {within: 10wd, from: served, default: X-7}", "intent:\n" },
        { "signing", "needs: [agreement], each: true, to: stay", "needs: [agreement], to: stay", "all-signed:" },
        { "signing", "          all-signed: {to: signed}\n", "", "sign: {zh" },
        { "notice-exits", "          each-opposed: {to: inquiry}\n", "", "renotice:\n" },
        { "panel-never-concluded", "by: province, needs: [opinion], to: awaiting}", "by: province, needs: [opinion], to: correcting}", "evaluation:\n" },
        { "machine-looks-up", "round.cleared: {zh: 无异议,", "round.cleared: {zh: 无异议, looks-up: [bans],", "round.cleared" },
        { "not-looked-up", "looks-up: [bans], if: {not-banned", "if: {not-banned", " submit: {" },
        { "input-not-asked", "do: [{mark: {served: $on}}]", "do: [{mark: {served: $when}}]", "serve:" },
        { "input-not-asked", "within: $window", "within: $term", "hearing:\n" },
        { "input-not-asked", "{start: {procedure: ending, with: {outcome: revoked}}}", "{start: ending}", "uphold:" },
        { "no-second-factor", "second-factor: true\n            ask: {dated: {zh: 批复日期", "ask: {dated: {zh: 批复日期", "approve:\n" },
        { "not-announced", "{announce: approval}, ", "", "approve:\n" },
        { "objections-from", "from: public, named: required, default: X-4}}\n        actions:\n          zone.tabled", "from: city, named: required, default: X-4}}\n        actions:\n          zone.tabled", "      notice:\n" },
        { "unique-unchecked", "physical: {zh: 实体机构, type: whole}", "physical: {zh: 实体机构, type: whole, unique: true}", "physical: {zh" },
        { "unique-unchecked", "physical: {zh: 实体机构, type: whole}", "zone-name: {zh: 名称, type: text, longest: 9, unique: true, kept: true}\n      physical: {zh: 实体机构, type: whole}", "zone-name: {zh" },
        { "named-by-another", "named-by: province", "named-by: city", "evaluation:\n" },
        { "named-by-nobody", "kind: endorser, article: 第四条}", "kind: endorser, named-by: province, article: 第四条}", "  city: {zh" },
        { "round-not-joined", "    opened-by: body\n    opens-with: designation\n", "    opened-by: body\n    opens-with: designation\n    joins-round: true\n", " submit: {" },
        { "duplicate-action", "dismiss: {zh: 异议不成立", "withdraw: {zh: 撤, to: approving}\n          dismiss: {zh: 异议不成立", " withdraw: {zh: 撤, " },
    };

    public static IEnumerable<object[]> Some => RunSize.Of(3, Defects);

    [Theory]
    [MemberData(nameof(Some))]
    public void Check_PlantedDefect_IsFoundWhereItStands(string rule, string sound, string defect, string at)
    {
        var (text, findings) = SamplePack.With(sound, defect);

        var place = SamplePack.PlaceOf(text, at);
        Assert.True(
            findings.Any(f => f.Rule == rule && new Place(f.File, f.Line) == place),
            $"no {rule} at {place}, but: {string.Join('\n', findings)}");
    }

    [Fact]
    public void Defects_AreOfAtLeastTwentyFiveRulesAndInEveryFile()
    {
        var planted = Defects.Select(d => (object?[])d).ToList();

        Assert.True(planted.Select(d => d[0]).Distinct().Count() >= 25);
        Assert.Equal(
            ["duties.yaml", "policy.yaml", "procedures.yaml", "terms.yaml"],
            planted.Select(d => SamplePack.PlaceOf(SamplePack.Text.Replace((string)d[1]!, (string)d[2]!, StringComparison.Ordinal), (string)d[3]!).File).Distinct().Order());
    }
}
