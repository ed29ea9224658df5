using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the list of what the reader's party has done (已办), read from the journals.</summary>
public sealed class DoneWork(Frames frames, ICaseStore store, Cases cases, Parties parties)
{
    private const int Page = 25;

    /// <param name="after">The sort key of the last line of the page before, or null.</param>
    public async Task<DoneWorkModel> OfAsync(HttpContext http, Caller caller, string? after)
    {
        var cancellationToken = http.RequestAborted;
        var people = new People(parties, cancellationToken);
        var rows = await store.IndexAsync(Indexes.Done, caller.Actor.Party!.Value.Value, after, Page, cancellationToken);
        var lines = new List<DoneWorkLine>();
        foreach (var row in rows)
        {
            var sequence = JsonSerializer.Deserialize(row.Json, CaseJson.Stored.DoneRow)!.Entry;
            if (await cases.FindAsync(row.Case, cancellationToken) is not { Rules.Pack: { } pack, State: { } state }
                || await store.JournalAsync(row.Case, sequence - 1, 1, cancellationToken) is not [{ } stored, ..])
            {
                continue;
            }

            var entry = JournalText.Read(stored.Bytes.Span);
            lines.Add(new DoneWorkLine(
                entry.At, state.Title, state.Number, await OutcomePages.WhatAsync(pack, entry, people), await people.PersonAsync(entry.Actor), Views.CaseHref(row.Case)));
        }

        return new DoneWorkModel(
            await frames.OfAsync(http), lines, rows.Count == Page ? $"{SitePaths.DoneWork}?after={Uri.EscapeDataString(rows[^1].Sort)}" : null);
    }
}
