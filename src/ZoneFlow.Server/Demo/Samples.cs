namespace ZoneFlow.Server.Demo;

/// <summary>The demonstration's bodies and people: places that exist, people who do not.</summary>
internal static class Samples
{
    /// <summary>Whose demonstration it is.</summary>
    public const string Office = "辽宁省知识产权局";

    public static IReadOnlyList<SamplePerson> People { get; } =
    [
        new("zone-body", "沈阳示范高新区管委会", "zone-body", null, "申报人甲", "applicant@zone.example", false),
        new("zone-body-2", "大连示范经开区管委会", "zone-body", null, "申报人乙", "applicant2@zone.example", false),
        new("city-shenyang", "沈阳市知识产权局（示例）", "city", "沈阳市", "市级经办甲", "city@shenyang.example", true),
        new("city-dalian", "大连市知识产权局（示例）", "city", "大连市", "市级经办乙", "city@dalian.example", true),
        new("province", "辽宁省知识产权局（示例）", "province", null, "省级经办甲", "officer@province.example", true),
        new("expert-1", "评估专家一", "expert", null, "专家甲", "expert1@panel.example", false),
        new("expert-2", "评估专家二", "expert", null, "专家乙", "expert2@panel.example", false),
        new("expert-3", "评估专家三", "expert", null, "专家丙", "expert3@panel.example", false),
        new("office-operator", "系统管理（示例）", "operator", null, "管理员甲", "operator@office.example", true),
    ];
}
