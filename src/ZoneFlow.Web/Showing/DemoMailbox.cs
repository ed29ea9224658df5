namespace ZoneFlow.Web.Showing;

/// <summary>The mails that a demonstration has kept, as its head reads them.</summary>
/// <param name="ListAsync">All of them, newest first.</param>
/// <param name="ReadAsync">One by its name; null where there is none of that name.</param>
public sealed record DemoMailbox(
    Func<CancellationToken, Task<IReadOnlyList<DemoMail>>> ListAsync, Func<string, CancellationToken, Task<DemoMail?>> ReadAsync);
