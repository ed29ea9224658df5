using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Layout;

/// <summary>Who is signed in.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Party">The body the person acts for.</param>
/// <param name="OpenTasks">How many tasks wait for the person, or null where it was not counted.</param>
/// <param name="SignOutNonce">Posted with the sign-out form as <c>nonce</c>.</param>
public sealed record Viewer(string Name, string Party, IReadOnlyList<Label> Roles, bool IsOperator, int? OpenTasks, string SignOutNonce);
