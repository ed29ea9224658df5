using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>The parties that a role's joint applicants are chosen from.</summary>
/// <param name="Chosen">The parties ticked so far.</param>
public sealed record PartnerChoice(string Role, Label Label, IReadOnlyList<Option> Options, IReadOnlyList<string> Chosen);
