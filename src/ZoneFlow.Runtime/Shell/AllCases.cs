using System.Runtime.CompilerServices;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Shell;

/// <summary>Every case that a pack drives, kind by kind, by number.</summary>
public static class AllCases
{
    private const int Page = 500;

    public static async IAsyncEnumerable<CaseId> OfAsync(ICaseStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var kind in new[] { CaseKinds.Zone, CaseKinds.Round, CaseKinds.Plan })
        {
            string? after = null;
            while (await store.IndexAsync(Indexes.Register, kind, after, Page, cancellationToken) is { Count: > 0 } rows)
            {
                foreach (var row in rows)
                {
                    yield return row.Case;
                }

                after = rows[^1].Sort;
            }
        }
    }

    /// <summary>Every journal that there is: the office's, the cases', the parties'.</summary>
    public static async IAsyncEnumerable<CaseId> AndPartiesAsync(ICaseStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(Registrar.Office, cancellationToken) is not null)
        {
            yield return Registrar.Office;
        }

        await foreach (var id in OfAsync(store, cancellationToken))
        {
            yield return id;
        }

        string? after = null;
        while (await store.IndexAsync(Indexes.Parties, "all", after, Page, cancellationToken) is { Count: > 0 } parties)
        {
            foreach (var party in parties)
            {
                yield return party.Case;
            }

            after = parties[^1].Sort;
        }
    }
}
