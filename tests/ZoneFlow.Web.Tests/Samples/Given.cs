using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Tests.Samples;

/// <summary>What the sample pages share.</summary>
public static class Given
{
    /// <summary>Typed by somebody who means harm; a page must show it as text.</summary>
    public const string Hostile = "\"><script>alert(1)</script><b>沈阳</b>&amp;'";

    public static readonly DateTimeOffset Now = new(2026, 3, 5, 6, 5, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 3, 5);

    public static readonly Source Text = Source.Of("第九条");

    public static readonly Source Norm = Source.Norm("文本未定审核时限，取10个工作日");

    public static readonly PostTokens Tokens = new("nonce-1", "signal-1");

    public static readonly PageFrame Public = new("辽宁省知识产权局", null, null);

    public static readonly PageFrame Demo = new("辽宁省知识产权局", null, new DemoBanner(Now));

    public static readonly PageFrame SignedIn = new(
        "辽宁省知识产权局",
        new Viewer("周敏", "沈阳市知识产权局", [new Label("市级知识产权主管部门", "City IP office")], true, 3, "nonce-out"),
        new DemoBanner(Now));

    public static readonly Label Policy = new("辽宁省知识产权服务业高质量集聚发展区工作实施办法（试行）", "Liaoning measures for high-quality IP-service cluster zones (trial)");

    public static readonly CaseHead Case = new(
        "LN-2026-0007", "沈阳浑南知识产权服务业集聚区", new Label("集聚区", "Zone"), new Label("申报中", "Applying"), new DateOnly(2026, 2, 12), false,
        [new Label("异议核查中", "Held for an objection")], "沈阳市", Policy, "/cases/LN-2026-0007");

    public static readonly SourcedDate Due = new(new DateOnly(2026, 3, 12), Norm, false, false, 5, "/deadlines/1");

    public static readonly SourcedDate Late = new(new DateOnly(2026, 3, 2), Text, false, true, -3, "/deadlines/2");

    public static readonly SourcedDate Far = new(new DateOnly(2028, 4, 28), Source.Of("第十条"), true, false, 540, "/deadlines/3");

    public static readonly DocumentLine Document = new(
        new Label("申报书", "Application form"), 2, "浑南集聚区申报书（盖章）.pdf", 2_345_678,
        ContentHash.Parse("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"), "沈阳浑南科技园管委会", Now, "/documents/1", false);

    public static readonly DocumentLine PendingDocument = Document with { Slot = new Label("建设工作方案（草拟稿）", "Draft construction plan"), Version = 1, Name = Hostile, Href = null, Pending = true };

    public static readonly Refusal Refused = new(
        "input-invalid", new Label("有的填写不正确。", "Some of what was given is wrong."), Text,
        [
            .. new[] { "entry", "name", "contact", "text", "title", "region", "email", "reason", "code", "check", "experts", "date", "zone-name", "floor-area", "recommendation", "served", "file" }
                .Select(n => new RefusalDetail(n, new Label("必填。", "Required."), Text)),
        ]);

    public static readonly ImmutableArray<CriterionLine> Criteria =
    [
        new("agencies", new Label("物理性和功能性集聚知识产权服务机构10家以上", "At least 10 agencies in all"), CriterionStanding.Met, null, Source.Of("第七条第（三）项")),
        new("core-area", new Label("核心区面积不少于500平方米", "Core area of at least 500 m²"), CriterionStanding.Unmet, new Label("核心区面积为320。", "Core area is 320."), Source.Of("第七条第（三）项")),
        new("demand", new Label("创新主体对知识产权服务有较高需求", "Strong demand for IP services"), CriterionStanding.Judged, new Label("由市级知识产权主管部门判断", "Judged by the city"), Source.Of("第七条第（二）项")),
    ];
}
