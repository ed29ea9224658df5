using System.Text.Json;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Runtime.Links;

/// <summary>
/// Emailed action links: one for each task and addressee. Opening one changes nothing but when it was viewed;
/// using one is part of the commit that records the decision.
/// </summary>
public sealed class ActionLinks(ICaseStore store, ShellOptions options, RandomBytes random, TimeProvider time)
{
    // Officials read mail late: a link outlives its task's own date by this much.
    private static readonly TimeSpan Grace = TimeSpan.FromDays(60);
    private static readonly TimeSpan Undated = TimeSpan.FromDays(180);

    /// <summary>Issues a link and takes the place of any that the addressee holds for the same procedure.</summary>
    /// <returns>The link's address.</returns>
    public async Task<string> IssueAsync(
        CaseId id, Addressee to, string procedure, int visit, string effect, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var token = Token.New(random);
        foreach (var earlier in await OpenAsync(id, to.Person, procedure, cancellationToken))
        {
            await PutAsync(id, earlier with { State = LinkState.Superseded }, cancellationToken);
        }

        var expires = due is { } date ? (date > now ? date : now) + Grace : now + Undated;
        await PutAsync(
            id,
            new ActionLink(token.Hash.Value, to.Person, to.Party, procedure, visit, effect, now, expires, LinkState.Issued, null),
            cancellationToken);
        return $"{options.BaseAddress}/actions/{Uri.EscapeDataString(id.Value)}/{token.Value}";
    }

    /// <summary>The link that a token opens, or null where there is none.</summary>
    public async Task<ActionLink?> FindAsync(CaseId id, Token token, CancellationToken cancellationToken)
    {
        var rows = await store.RowsAsync(id, RowKinds.Link, cancellationToken);
        return rows.FirstOrDefault(r => r.Key == token.Hash.Value) is { } row ? Read(row) : null;
    }

    /// <summary>Notes that a link was opened. The only thing that opening one writes.</summary>
    public Task ViewedAsync(CaseId id, ActionLink link, CancellationToken cancellationToken) =>
        store.PutRowAsync(id, new CaseRow(RowKinds.LinkView, link.Hash, time.GetUtcNow().ToString("O", null)), cancellationToken);

    public bool HasExpired(ActionLink link) => link.Expires <= time.GetUtcNow();

    /// <summary>The link as the commit that uses it writes it.</summary>
    public static CaseRow Used(ActionLink link, SignalId by) => Row(link with { State = LinkState.Used, UsedBy = by });

    /// <summary>Whether the link that a row stands for has been used by another signal since.</summary>
    internal static bool IsUsedUp(IReadOnlyList<CaseRow> rows, CaseRow consumed, SignalId by) =>
        rows.FirstOrDefault(r => r.Key == consumed.Key) is { } now && Read(now) is { State: LinkState.Used } link && link.UsedBy != by;

    private async Task<IEnumerable<ActionLink>> OpenAsync(CaseId id, PersonId person, string procedure, CancellationToken cancellationToken) =>
        (await store.RowsAsync(id, RowKinds.Link, cancellationToken)).Select(Read)
            .Where(l => l.Person == person && l.Procedure == procedure && l.State == LinkState.Issued);

    private Task PutAsync(CaseId id, ActionLink link, CancellationToken cancellationToken) => store.PutRowAsync(id, Row(link), cancellationToken);

    private static CaseRow Row(ActionLink link) => new(RowKinds.Link, link.Hash, JsonSerializer.Serialize(link, CaseJson.Stored.ActionLink));

    private static ActionLink Read(CaseRow row) => JsonSerializer.Deserialize(row.Json, CaseJson.Stored.ActionLink)!;
}
