using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;
using ZoneFlow.Web.Pages.Work;

namespace ZoneFlow.Web.Showing;

/// <summary>Builds the page on which a task is handed over.</summary>
public sealed class HandOverPages(Frames frames, Parties parties, Desk desk)
{
    /// <param name="held">As whom the reader holds the task.</param>
    public async Task<HandOverModel> OfAsync(HttpContext http, AtWork at, Procedure procedure, Audience held, Typed typed, Refusal? refused)
    {
        var rule = at.Pack.Procedure(procedure.Name);
        var holders = await parties.AudienceAsync(held, http.RequestAborted);
        var now = StageHolders.Assigned(procedure, held);
        var with = holders.FirstOrDefault(h => h.Person == now?.Person);
        return new HandOverModel(
            await frames.OfAsync(http), at.Paths.HandOver(procedure), at.Tokens(desk), at.Head(),
            ProcedureNames.Of(at.Pack, at.State, procedure), rule.Stage(procedure.Stage).Label, RoleLabel(at.Pack, held),
            at.Due(procedure), with is null ? null : $"{with.Name}，{with.PartyName}",
            [.. holders.Where(h => h.Person != now?.Person && (now is not null || h.Person != at.Actor.Person)).Select(Choice)],
            typed.One("person") ?? "", typed.One("note") ?? "", at.Paths.Root, refused);
    }

    /// <summary>Whom the form names, among those who hold the task today.</summary>
    public async Task<Addressee?> ChosenAsync(Audience held, Typed typed, CancellationToken cancellationToken) =>
        (await parties.AudienceAsync(held, cancellationToken)).FirstOrDefault(h => Value(h) == typed.One("person"));

    private static Option Choice(Addressee holder) => new(Value(holder), new Label($"{holder.Name}，{holder.PartyName}"));

    private static string Value(Addressee holder) => $"{holder.Party}|{holder.Person}";

    private static Label RoleLabel(Pack pack, Audience held) => pack.Roles.TryGetValue(held.Role, out var rule) ? rule.Label : new Label("发起方", "The opener");
}
