namespace ZoneFlow.Web.Pages.Public;

/// <summary>A notice as a list shows it.</summary>
/// <param name="Number">Its 索引号.</param>
/// <param name="WorkingDaysLeft">From today, not counting it, to the last day; null once closed.</param>
public sealed record NoticeCard(
    string Number, string Title, string Issuer, DateOnly From, DateOnly Last, int? WorkingDaysLeft, int Entries, string Href);
