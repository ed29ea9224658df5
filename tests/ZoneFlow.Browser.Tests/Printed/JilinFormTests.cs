using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.TestKit.Parts;
using ZoneFlow.Web.Papers;

namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>吉林's 附件1 printed from a filled application: its words in its order, its boxes on its lines, every answer in its place.</summary>
[Collection(nameof(PressRoom))]
[NeedsChromium, NeedsPoppler]
public sealed class JilinFormTests(Press press)
{
    private static readonly Pack Pack = ShippedPacks.Load("jilin-2018").Pack!;

    [FactIfPresent]
    public void Cover_IsThatOfTheAnnex()
    {
        var pages = press.Pages("jilin-2018-form");
        var cover = pages.Words.Where(w => w.Page == 1).ToList();
        Assert.Equal("吉林省知识产权服务业集聚发展区", cover[0].Text);
        foreach (var (label, answer, after) in new[]
        {
            ("申报单位1：", Answer("county-name"), "县（区）科技部门盖章"), ("申报单位2：", Answer("key-unit-name"), "区域内知识产权服务业重点单位盖章"),
            ("县（区）科技部门联系人：", Answer("contact-name"), ""), ("联系电话：", Answer("contact-phone"), "电子邮箱："), ("电子邮箱：", Answer("contact-email"), ""),
        })
        {
            var corner = cover.Single(w => w.Text == label);
            var beside = cover.Where(w => w.Left >= corner.Right - 1 && Math.Abs(Height(w) - Height(corner)) < 3).OrderBy(w => w.Left).Select(w => w.Text).ToList();
            Assert.Equal(answer, beside[0]);
            Assert.Equal(after, beside.ElementAtOrDefault(1) ?? "");
        }
    }

    // The annex's own words, box by box, written out beside the pack; blanks between its letters are only setting.
    [FactIfPresent]
    public void Table_HasTheAnnexsWordsBoxByBox_WithItsAnswers()
    {
        string[] annex =
        [
            "申报集聚区基本情况", $"县（区）集聚区工作基础和现实情况。可另加附页。{Answer("basis")}",
            "知识产权服务机构数量", $"信息服务{Answer("agencies-information")}家咨询培训服务{Answer("agencies-advice")}家法律服务{Answer("agencies-legal")}家专利商标代理服务{Answer("agencies-agent")}家其他{Answer("agencies-other")}家",
            "知识产权服务专业人员情况", $"知识产权服务专业工作人员数量{Answer("staff")}名、（其中专利代理人{Answer("staff-patent-agents")}名、律师{Answer("staff-lawyers")}名、其他资质人员（写明资质名称）{Answer("staff-other-kind")}{Answer("staff-other")}名）",
            "集聚区县（区）科技部门负责人", Answer("county-head-name"), "职务", Answer("county-head-post"), "联系电话", Answer("county-head-phone"),
            "知识产权服务业重点单位工作基础",
            $"知识产权服务业重点单位概述开展知识产权服务的基本情况；知识产权服务典型案例和成功案例；近年来新增服务内容或服务模式创新情况；已签订合同的重大或重点知识产权服务项目情况。可另加附页。{Answer("key-unit-basis")}",
            "重点服务单位负责人", Answer("key-unit-head-name"), "职务", Answer("key-unit-head-post"), "联系电话", Answer("key-unit-head-phone"),
            "集聚发展区未来三年发展目标和规划", $"集聚区所属县（区）科技部门发展规划。可另加附页{Answer("three-year-plan")}", "市（州）科技局意见：市（州）科技局盖章年月日",
        ];
        var printed = SamplePapers.Forms["jilin-2018-form"];

        Assert.Equal(["吉林省知识产权服务业集聚发展区", "申请书"], printed.Title.ToArray());
        Assert.Equal(annex, printed.Body.OfType<PaperBlock.Table>().Single().Rows.SelectMany(r => r).Select(c => string.Concat(c.Text).Replace("　", "", StringComparison.Ordinal)));
    }

    [FactIfPresent]
    public void EveryFieldThatTheAnnexAsks_IsPrinted()
    {
        var text = string.Concat(press.Pages("jilin-2018-form").Words.Select(w => w.Text));
        Assert.All(Pack.Sheet!.Fields, f => Assert.Contains(Answer(f), text, StringComparison.Ordinal));
    }

    private static double Height(PdfLine word) => (word.Top + word.Bottom) / 2;

    private static string Answer(string field)
    {
        var at = Pack.Form.Select((f, i) => (f, i)).First(f => f.f.Name == field).i;
        return SamplePapers.Answer(Pack.Form[at], at + 1).ToString()!;
    }
}
