using System.Text;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.TestKit.Packs;

/// <summary>A sound pack small enough to change a word of: a draft, a review, a public notice of seven days, a yearly report.</summary>
public static class SmallPack
{
    public const string FileName = "small.yaml";

    public const string Text = """
        pack: small-2019
        title: {zh: 样例办法, en: Sample measures}
        issuer: 省知识产权局
        effective: {date: 2019-01-01, article: 第二十条}
        reckoning: {first-day: not-counted, roll: next-working-day, default: 民法典}
        norms: {remind: [3wd, 0], overdue: {tell: [province]}, ask-again: 30d, default: X-1}
        regions: [沈阳市, 大连市]
        roles:
          body: {zh: 建设主体, en: Zone body, kind: applicant, article: 第四条}
          province: {zh: 省局, en: Province, kind: authority, article: 第四条}
          public: {zh: 公众, en: Public, kind: public, default: X-4}
        documents:
          application: {zh: 申报表, en: Application, article: 第八条}
          list: {zh: 公示名单, en: Proposed list, article: 第九条}
          report: {zh: 年度报告, en: Annual report, article: 第十四条}
        marks:
          designated: {zh: 设立之日, en: Designated on, article: 第九条}
        cases:
          zone:
            zh: 集聚区
            en: Zone
            opened-by: body
            opens-with: designation
            public: {facts: [number, region, issuer], dates: [designated], flags: [held], default: 样例}
            keep: {standings: {withdrawn: 10y}, readings: 3y, default: 样例}
            standings: {drafting: {zh: 填报, en: Drafting}, applying: {zh: 申报, en: Applying}, operating: {zh: 运行, en: Operating, public: true}, withdrawn: {zh: 撤回, en: Withdrawn, final: true}}
            flags: {held: {zh: 暂缓, en: Held}}
        procedures:
          designation:
            zh: 设立
            en: Designation
            case: zone
            first: drafting
            anywhere:
              withdraw: {zh: 撤回, en: Withdraw, by: body, reason: required, do: [{standing: withdrawn}], to: ended}
            stages:
              drafting:
                zh: 填报
                en: Drafting
                by: body
                due: {none: true, default: X-3}
                actions:
                  submit: {zh: 提交, en: Submit, needs: [application], do: [{standing: applying}], to: review}
              review:
                zh: 审查
                en: Review
                by: province
                due: {within: 10wd, default: X-3}
                actions:
                  publish: {zh: 公示, en: Publish, needs: [list], to: notice}
              notice:
                zh: 公示
                en: Public notice
                notice: {of: list, entries: self, for: 7d, article: 第九条, objections: {from: public, named: required, default: X-4}}
                actions:
                  each-unopposed: {to: approving}
                  each-opposed: {do: [{flag: held}], to: inquiry}
              inquiry:
                zh: 核查
                en: Inquiry
                by: province
                due: {within: 15wd, default: X-3}
                actions:
                  dismiss: {zh: 异议不成立, en: Dismiss, reason: required, do: [{unflag: held}], to: approving}
              approving:
                zh: 批复
                en: Approval
                by: province
                due: {within: 20wd, default: X-3}
                actions:
                  approve:
                    zh: 批复设立
                    en: Approve
                    ask: {dated: {zh: 批复日期, en: Dated, type: date, not-after: today, article: 第九条}}
                    do: [{mark: {designated: $dated}}, {standing: operating}]
                    to: ended
              ended: {zh: 办结, en: Closed, end: done}
          report:
            zh: 年度报告
            en: Annual report
            case: zone
            first: owed
            stages:
              owed: {zh: 待报, en: Owed, by: body, due: {by: duty, article: 第十四条}, actions: {file: {zh: 报送, en: File, needs: [report], settles: duty, to: filed}}}
              filed: {zh: 已报, en: Filed, end: done}
        duties:
          yearly-report:
            zh: 年度报告
            en: Annual report
            starts: report
            while: {standing: [operating]}
            yearly: {opens: 01-01, by: 02-last, covers: previous-year}
            least-overlap: {of: 1mo, default: LN-A8}
            when-life-ends: lapse
            remind: [30d, 10wd, 0]
            article: 第十四条
        """;

    public static PackReading Read(params (string Found, string Now)[] changes) => PackFolder.ReadFiles(Files(changes));

    /// <summary>The pack's files with some words changed; each must stand in it once.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files(params (string Found, string Now)[] changes)
    {
        var text = Text;
        foreach (var (found, now) in changes)
        {
            Assert.True(text.Split(found).Length == 2, $"'{found}' must stand in the pack once.");
            text = text.Replace(found, now, StringComparison.Ordinal);
        }

        return new Dictionary<string, byte[]> { [FileName] = Encoding.UTF8.GetBytes(text) };
    }

    /// <summary>Writes it into a folder.</summary>
    public static void Write(string folder, params (string Found, string Now)[] changes) => File.WriteAllBytes(Path.Combine(folder, FileName), Files(changes)[FileName]);
}
