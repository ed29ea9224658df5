namespace ZoneFlow.Core.Policies;

/// <summary>
/// Where a value of a pack comes from: the article that says so, or the reason for a default where the
/// text is silent. Both at once means that the text gives the obligation and a default its measure.
/// </summary>
public sealed record Source(string? Article, string? Default)
{
    public LegalEffect Effect => Default is null ? LegalEffect.Statutory : LegalEffect.ServiceNorm;

    public static Source Of(string article) => new(article, null);

    public static Source Norm(string reason) => new(null, reason);

    public override string ToString() => (Article, Default) switch
    {
        ({ } article, { } reason) => $"{article}；{reason}",
        _ => Article ?? Default ?? "",
    };
}
