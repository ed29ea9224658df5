using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>A published document (公告).</summary>
public sealed record AnnouncementLine(string Title, string CaseTitle, string CaseNumber, string Issuer, DateOnly On, DocumentLine Document);
