using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A letter as it was kept: what stands behind its bytes.</summary>
public sealed record KeptLetter(string? Number, DateOnly On, ContentHash Page, ContentHash Docx, PackRevision Pack, string TemplateRevision);
