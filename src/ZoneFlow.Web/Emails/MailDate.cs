using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Emails;

/// <summary>A date in a mail.</summary>
/// <param name="Explain">The absolute address at which its computation is shown.</param>
public sealed record MailDate(DateOnly Day, Source Source, bool Provisional, string? Explain);
