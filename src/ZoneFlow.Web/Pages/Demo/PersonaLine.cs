using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Demo;

/// <summary>A sample person.</summary>
/// <param name="Code">The time-based code at this moment, or null where none is enrolled.</param>
public sealed record PersonaLine(string Name, string Party, IReadOnlyList<Label> Roles, string Email, string? Code, string Action, PostTokens Tokens);
