using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Faults.Checking;

/// <summary>
/// The statechart read a second time, from the journal alone: it follows each procedure through the pack's graph and holds every
/// step against the trigger that its own entry names.
/// </summary>
internal sealed class StageWalk(Pack pack)
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Place> Places => _places;

    /// <param name="Paused">The stage that sent the file back, or null.</param>
    internal sealed record Place(string Name, string Stage, int Visit, string? Paused);

    public void Read(Entry entry)
    {
        for (var i = 0; i < entry.Changes.Length; i++)
        {
            switch (entry.Changes[i])
            {
                case Change.ProcedureStarted c:
                    Broken.If(_places.ContainsKey(c.Id), $"{c.Id} was started twice.");
                    _places[c.Id] = new Place(c.Name, "", 0, null);
                    break;
                case Change.StageEntered c:
                    Enter(entry, i, c);
                    break;
                case Change.ProcedureEnded c:
                    var over = _places[c.Procedure];
                    Broken.If(
                        pack.Procedure(over.Name).Stage(over.Stage) is not StageRule.End end || end.Result != c.Result,
                        $"{c.Procedure} ended at {over.Stage} as {c.Result}.");
                    _places.Remove(c.Procedure);
                    break;
                case Change.ProcedureStopped c:
                    Broken.If(!_places.Remove(c.Procedure), $"{c.Procedure} was stopped and did not run.");
                    break;
                case Change.ActionTaken { Procedure: { } procedure } c:
                    LeadsOn(entry, i, procedure, c);
                    break;
            }
        }
    }

    private void Enter(Entry entry, int at, Change.StageEntered entered)
    {
        var place = _places[entered.Procedure];
        var rule = pack.Procedure(place.Name);
        Broken.If(entered.Visit != place.Visit + 1, $"{entered.Procedure} went from visit {place.Visit} to {entered.Visit}.");
        if (place.Stage.Length == 0)
        {
            Broken.If(entered.Stage != rule.First, $"{entered.Procedure} began at {entered.Stage}.");
        }
        else
        {
            Broken.If(
                !Ways(rule, place).Any(t => Leads(t, place, entered.Stage) && IsSetOff(t, entry, at, entered.Procedure)),
                $"{entered.Procedure} went from {place.Stage} to {entered.Stage} by {entry.Cause}, which the pack does not know.");
        }

        // A correction remembers who sent the file back; any other stage forgets it.
        var pauses = rule.Stage(entered.Stage) is StageRule.Task { Pauses: true } && place.Stage.Length > 0;
        _places[entered.Procedure] = place with { Stage = entered.Stage, Visit = entered.Visit, Paused = pauses ? place.Stage : null };
    }

    private void LeadsOn(Entry entry, int at, string procedure, Change.ActionTaken action)
    {
        var place = _places[procedure];
        Broken.If(action.Stage is { } stage && stage != place.Stage, $"{action.Action} was taken at {action.Stage} while {procedure} was at {place.Stage}.");
        var taken = Ways(pack.Procedure(place.Name), place).FirstOrDefault(t => t.On is Trigger.Action && t.Word == action.Action);
        if (taken is { Each: false, To: Destination.Stage or Destination.Back })
        {
            Broken.If(
                !entry.Changes.Skip(at).Any(c => (c is Change.StageEntered e && e.Procedure == procedure) || (c is Change.ProcedureStopped s && s.Procedure == procedure)),
                $"{action.Action} was taken on {procedure} and led nowhere.");
        }
    }

    private static IEnumerable<TransitionRule> Ways(ProcedureRule rule, Place place) => place.Stage.Length == 0 || rule.Stage(place.Stage) is StageRule.End
        ? []
        : rule.Stage(place.Stage).Transitions.Concat(rule.Anywhere);

    private static bool Leads(TransitionRule transition, Place from, string to) => transition.To switch
    {
        Destination.Stage stage => stage.Name == to,
        Destination.Back => from.Paused == to,
        _ => false,
    };

    private static bool IsSetOff(TransitionRule transition, Entry entry, int before, string procedure) => transition.On switch
    {
        Trigger.Action a => entry.Changes.Take(before).Any(c => c is Change.ActionTaken t && t.Procedure == procedure && t.Action == a.Name),
        Trigger.Elapsed => entry.Cause == $"timer:Elapse:{procedure}",
        Trigger.EachOpposed or Trigger.EachUnopposed => entry.Cause == $"timer:Elapse:{procedure}"
            || entry.Changes.Take(before).Any(c => c is Change.NoticeEntryClosed n && n.Procedure == procedure),
        Trigger.AllSigned => entry.Changes.Take(before).Any(c => c is Change.RoleSigned s && s.Procedure == procedure),
        Trigger.Message m => entry.Changes.Take(before).Any(c => c is Change.MessageHeard { Heeded: true } h && h.Say == m.Say && h.Link == m.From),
        _ => false,
    };
}
