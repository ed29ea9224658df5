using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>辽宁's annexed 申报书 printed from a filled application: every field of the annex present and in its place, as the annex is written.</summary>
[Collection(nameof(PressRoom))]
[NeedsChromium, NeedsPoppler]
public sealed class FormLayoutTests(Press press)
{
    private static readonly Pack Pack = ShippedPacks.Load("liaoning-2025").Pack!;

    // The annex's own boxes, written out beside the pack: what stands left of the answer, in which box, on which page of the print.
    private static readonly (int Page, string Box, string Label, string Field, string Unit)[] Boxes =
    [
        (1, "建设主体名称（盖章）：", "建设主体名称（盖章）：", "applicant-name", ""), (1, "申报负责人：", "申报负责人：", "head-name", ""),
        (1, "联系电话：", "联系电话：", "head-phone", ""), (1, "申报日期：", "申报日期：", "applied-on", ""),
        (2, "（申报单位）", "（申报单位）", "applicant-name", ""), (2, "名称", "名称", "operator-name", ""), (2, "集聚区建设地址", "集聚区建设地址", "address", ""),
        .. Person("建设主体负责人", "head"), .. Person("建设主体联系人", "contact"), .. Person("联系人", "operator-contact"), .. Person("主管部门联系人", "city-contact"),
        (2, "集聚区面积", "建筑面积", "floor-area", "平方米"), (2, "集聚区面积", "核心区面积", "core-area", "平方米"),
        (2, "主导产业名称", "主导产业名称", "industry", ""), (2, "主导产业名称", "主导产业产值", "industry-output", ""),
        (2, "企业数量", "企业数量", "industry-companies", ""), (2, "企业数量", "规模以上企业数量", "industry-large", ""),
        (3, "机构数量", "机构数量", "agencies", ""),
    ];

    [FactIfPresent]
    public void EveryBoxOfTheAnnex_HasItsAnswerBesideIt()
    {
        var words = press.Pages("liaoning-2025-form").Words;
        foreach (var (page, box, label, field, unit) in Boxes)
        {
            var here = words.Where(w => w.Page == page).ToList();
            var corner = here.FirstOrDefault(w => w.Text == box) ?? throw new Xunit.Sdk.XunitException($"There is no box {box} on page {page}.");
            var name = label == box ? corner : here.Where(w => w.Text == label && w.Left > corner.Right).MinBy(w => Math.Abs(Height(w) - Height(corner)))
                ?? throw new Xunit.Sdk.XunitException($"The box {box} has no {label}.");
            var answer = here.Where(w => w.Left > name.Right && Math.Abs(Height(w) - Height(name)) < 5).MinBy(w => w.Left);
            Assert.True(answer?.Text == Expected(field) + unit, $"{box} {label}: '{answer?.Text}', not '{Expected(field)}{unit}'");
        }
    }

    [FactIfPresent]
    public void KindOfOperator_IsTickedAmongTheAnnexsSeven()
    {
        var text = string.Concat(press.Pages("liaoning-2025-form").Words.Where(w => w.Page == 2).Select(w => w.Text));
        Assert.Contains("1.国有企业☑2.民营企业□3.大学□4.研究院所□5.政府□6.投资机构□7.其他（请注明）", text, StringComparison.Ordinal);
    }

    [FactIfPresent]
    public void EveryPart_FollowsInTheAnnexsOrder_WithItsAnswers()
    {
        var text = string.Concat(press.Pages("liaoning-2025-form").Words.Where(w => !PdfPages.IsPageNumber(w.Text))
            .OrderBy(w => w.Page).ThenBy(w => Math.Round(Height(w) / 4)).ThenBy(w => w.Left).Select(w => w.Text));
        var at = 0;
        foreach (var part in (string[])
        [
            "辽宁省知识产权服务业", "高质量集聚发展区", "申报书", "建设主体名称（盖章）", "辽宁省知识产权局制", "一、基本情况", "二、知识产权工作基础情况", "公共服务平台建设情况",
            "公共服务平台名称", "建设单位", "服务内容或方向", $"表{Number("platforms")}栏0", $"表{Number("platforms")}栏1", $"表{Number("platforms")}栏2",
            "已经集聚知识产权服务机构情况", "机构数量", $"表{Number("main-agencies")}栏0", "基础设施建设情况", Expected("infrastructure"), "三、建设工作方案概述",
            "（包括集聚区的基本情况、目标任务、保障措施等）", Expected("plan-summary"), "四、地方支持情况", "（规划、政策、人才、资金、政务服务等）", Expected("local-support"),
            "集聚区建设主体承诺", "本单位承诺该申报材料中所有信息真实可靠，若有失实和造假行为，本单位愿承担一切责任。", "（盖章）", "年月日", "市级知识产权主管部门审查意见", "（盖章）", "年月日",
            "打印码：7K3M-9QXT-2B",
        ])
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' does not follow where the annex has it.");
            at = found + part.Length;
        }
    }

    [FactIfPresent]
    public void EveryFieldThatTheAnnexAsks_IsPrinted()
    {
        var text = string.Concat(press.Pages("liaoning-2025-form").Words.Select(w => w.Text));
        foreach (var field in Pack.Form.Where(f => f.Source is { Article: not null, Default: null } && f.Type is not (FieldType.YesNo or FieldType.Choice or FieldType.Table) && f.Name != "operator-kind-note"))
        {
            Assert.Contains(Expected(field.Name), text, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<(int, string, string, string, string)> Person(string box, string who) =>
        [(2, box, "姓名", $"{who}-name", ""), (2, box, "电话", $"{who}-phone", ""), (2, box, "职务", $"{who}-post", ""), (2, box, "手机", $"{who}-mobile", "")];

    private static double Height(PdfLine word) => (word.Top + word.Bottom) / 2;

    private static int Number(string field) => Pack.Form.Select((f, i) => (f.Name, i + 1)).First(f => f.Name == field).Item2;

    private static string Expected(string field) => SamplePapers.Answer(Pack.Form.First(f => f.Name == field), Number(field)) switch
    {
        Core.Cases.FieldValue.Day day => Web.Papers.Typography.Date(day.Value),
        { } value => value.ToString()!,
    };
}
