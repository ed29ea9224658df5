using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.SendGrid;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Operator;

namespace ZoneFlow.Web.Showing;

/// <summary>What an operator sees of the machinery: the outbox, parked cases, packs and calendars.</summary>
public sealed class OperatorViews(ICaseStore store, Office office, Cases cases, Rulebooks rulebooks, Desk desk, Frames frames, PackDrawings drawings)
{
    // As many as a page of a size that loads at once can have; the worst come first.
    private const int Most = 60;

    public async Task<OutboxModel> OutboxAsync(HttpContext http, Caller caller)
    {
        var packs = await office.PacksAsync(http.RequestAborted);
        var numbers = new Dictionary<CaseId, string>();
        var (parked, pending) = (new List<EffectLine>(), new List<EffectLine>());
        var outbox = await store.OutboxAsync(Most + 1, http.RequestAborted);
        foreach (var effect in outbox.Take(Most))
        {
            if (!numbers.TryGetValue(effect.Case, out var number))
            {
                numbers[effect.Case] = number = await store.LoadAsync(effect.Case, http.RequestAborted) is { } stored ? NumberOf(stored) : effect.Case.Value;
            }

            var (kind, to) = WhatAndWhom(packs, effect);
            (effect.Parked ? parked : pending).Add(new EffectLine(
                effect.Id, number, null, kind, to, effect.Attempts, effect.NextTry, effect.Error,
                $"{SitePaths.Outbox}/{string.Join('/', effect.Id.Split('/').Select(Uri.EscapeDataString))}", Frames.Tokens(caller, desk.NewSignal())));
        }

        var undelivered = await store.RecordsAsync(RecordKinds.Undelivered, "", int.MaxValue, http.RequestAborted);
        return new OutboxModel(await frames.OfAsync(http), parked, pending)
        {
            IsCut = outbox.Count > Most,
            Undelivered = [.. undelivered.Reverse().Take(Most).Select(r => SendGridEvents.Read(r)).Select(u => new UndeliveredLine(u.To, u.Event, u.Reason, u.At))],
        };
    }

    public async Task<ParkedModel> ParkedAsync(HttpContext http, Caller caller)
    {
        var parked = await store.ParkedAsync(Most + 1, http.RequestAborted);
        return new ParkedModel(
            await frames.OfAsync(http),
            [
                .. parked.Take(Most).Select(stored =>
                {
                    var state = Readable(stored);
                    return new ParkedLine(
                        NumberOf(stored), state?.Title ?? stored.Id.Value, state?.LastAt ?? DateTimeOffset.UnixEpoch, stored.Parked ?? "", null,
                        $"{SitePaths.Parked}/{Uri.EscapeDataString(stored.Id.Value)}", Frames.Tokens(caller, desk.NewSignal()));
                }),
            ])
        {
            IsCut = parked.Count > Most,
        };
    }

    public async Task<PacksModel> PacksAsync(HttpContext http, Caller caller)
    {
        var inUse = (await office.InUseAsync(http.RequestAborted)).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var running = new List<CaseCount>();
        foreach (var kind in new[] { CaseKinds.Zone, CaseKinds.Round, CaseKinds.Plan })
        {
            running.AddRange(await store.CaseCountsAsync(kind, null, http.RequestAborted));
        }

        var packs = (await office.PacksAsync(http.RequestAborted)).Select(p => new PackLine(
            p.Id, p.Revision.Hash, p.Title, p.Issuer, p.Effective, running.Where(r => r.Outline.Pack == p.Id).Sum(r => r.Count),
            !drawings.Draws ? null : $"{SitePaths.Packs}/{Uri.EscapeDataString(p.Id)}",
            inUse.Contains(p.Id), $"{SitePaths.Packs}/{Uri.EscapeDataString(p.Id)}/use", Frames.Tokens(caller, desk.NewSignal())));
        var current = rulebooks.Calendar.Revision;
        var loaded = (await cases.FindAsync(Registrar.Office, http.RequestAborted))?.State.Office?.Calendars ?? [];
        return new PacksModel(
            await frames.OfAsync(http), [.. packs], [.. loaded.Append(current).Distinct().Select(c => new CalendarLine(c, c == current))]);
    }

    /// <summary>Null where no pack of that name is in use.</summary>
    public async Task<PackModel?> PackAsync(HttpContext http, string id)
    {
        if ((await office.PacksAsync(http.RequestAborted)).FirstOrDefault(p => p.Id == id) is not { } pack)
        {
            return null;
        }

        var path = $"{SitePaths.Packs}/{Uri.EscapeDataString(id)}/diagrams";
        var diagrams = pack.Procedures.Select(p => (p.Name, p.Label, Says: $"流程图：{string.Join('、', p.Stages.Select(s => s.Label.Zh))}"))
            .Prepend((Name: PackDrawings.Overview, Label: new Label("总览", "Overview"), Says: $"总览图：{string.Join('、', pack.Procedures.Select(p => p.Label.Zh))}"))
            .Where(_ => drawings.Draws)
            .Select(d => new DiagramLine(d.Name, d.Label, d.Says, $"{path}/{d.Name}.svg", $"{path}/{d.Name}.mmd"));
        return new PackModel(await frames.OfAsync(http), pack.Title, pack.Issuer, pack.Revision.Hash, [.. diagrams]);
    }

    // What cannot be read is exactly what is parked.
    private static CaseState? Readable(StoredCase stored)
    {
        try
        {
            return JournalText.ReadState(stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NumberOf(StoredCase stored) =>
        Readable(stored) is { Number: { Length: > 0 } number } ? number : stored.Id.Value;

    private static (Label Kind, string To) WhatAndWhom(IReadOnlyList<Pack> packs, OutboxEffect effect) =>
        JsonSerializer.Deserialize(effect.Json, CaseJson.Stored.Effect) switch
        {
            Effect.Tell tell => (new Label("邮件", "Mail"), tell.To.Party?.Value ?? $"{Frames.RoleLabel(packs, tell.To.Role).Zh}{tell.To.Region}"),
            Effect.SendMessage message => (new Label("消息", "Message"), message.To.Value),
            Effect.RegisterBan ban => (new Label("禁止申报登记", "Ban"), ban.Subject),
            _ => (new Label(effect.Kind), ""),
        };
}
