using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>Where a case is, for whoever holds its code: no person is named, no document shown.</summary>
public sealed record LookedUpCase(CaseHead Case, IReadOnlyList<ProgressStep> Progress, IReadOnlyList<AskedLine> Now);
