using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Filing documents.</summary>
internal static class Filings
{
    /// <summary>Files a document ahead of the action that asks for it.</summary>
    public static Refusal? File(Turn turn, SignalBody.FileDocument body)
    {
        if (AtHand.Find(turn, body.Procedure, body.Visit, out var procedure, out var rule, out var stage) is { } refusal)
        {
            return refusal;
        }

        var slot = body.Document.Slot;
        var actor = turn.Signal.Actor;
        var takers = Transitions.Of(rule, stage).Where(t => t.On is Trigger.Action && (t.Needs.Contains(slot) || IsFree(turn, slot)))
            .Select(t => Holders.Of(stage, t))
            .Concat(stage.OptionalActs.Where(o => o.Needs.Contains(slot) || IsFree(turn, slot)).Select(o => ActorRule.One(o.By)));
        if (!takers.Any(by => Holders.RolePlayed(turn.Pack, turn.State, procedure, by, actor) is not null))
        {
            var label = turn.Pack.Documents.TryGetValue(slot, out var document) ? document.Label : new Label(slot, slot);
            return new Refusal(
                "document-not-asked",
                $"当前环节“{stage.Label.Zh}”不需要您提交“{label.Zh}”。",
                $"The stage \"{stage.Label.En}\" does not ask you for \"{label.En}\".");
        }

        File(turn, procedure.Id, body.Document);
        return null;
    }

    /// <summary>Keeps documents of the case itself, beside every procedure; answers how each is quoted, as slot and version.</summary>
    public static ImmutableArray<string> Keep(Turn turn, ImmutableArray<FiledDocument> documents)
    {
        var kept = ImmutableArray.CreateBuilder<string>(documents.Length);
        foreach (var document in documents)
        {
            var version = turn.State.Filed.GetValueOrDefault(document.Slot) + 1;
            turn.Record(new Change.DocumentFiled("", document with { Version = version }, turn.Signal.Actor.Party));
            kept.Add($"{document.Slot}/{version}");
        }

        return kept.ToImmutable();
    }

    public static Refusal? UnknownSlot(Turn turn, ImmutableArray<FiledDocument> documents)
    {
        var unknown = documents.Where(d => !turn.Pack.Documents.ContainsKey(d.Slot)).ToList();
        return unknown.Count == 0
            ? null
            : Refusals.Of(
                "document-not-asked", "提交了没有的材料种类。", "There is no such kind of document.", null,
                unknown.Select(d => new RefusalDetail(d.Slot, new Label("没有这类材料。", "There is no such kind of document."))));
    }

    /// <summary>Files a document in a procedure; what was signed before it is unsigned.</summary>
    public static void File(Turn turn, string id, FiledDocument document)
    {
        var version = turn.State.Filed.GetValueOrDefault(document.Slot) + 1;
        turn.Record(new Change.DocumentFiled(id, document with { Version = version }, turn.Signal.Actor.Party));
        Signing.Void(turn, id);
    }

    /// <summary>Whether a slot may be added to by any stage's holder.</summary>
    public static bool IsFree(Turn turn, string slot) => turn.Pack.Documents.TryGetValue(slot, out var rule) && rule.Free;
}
