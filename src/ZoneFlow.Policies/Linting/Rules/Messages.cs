using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>
/// Every message (消息) is taken up in every stage of its receiver in which it can arrive, and everything waited for is sent.
/// See <see cref="Conversation"/> for what is explored and what is left out.
/// </summary>
internal static class Messages
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var (site, step) in map.Steps)
        {
            if (step is Step.Send send && map.ReceiverOf(site, send) is { } kind && !map.Sites.Any(s => s.Procedure.Case == kind
                && s.Rule.On is Trigger.Message m && m.From == site.Procedure.Case && m.Say == send.Say))
            {
                report.Error("unhandled-message", site.Path, $"'{site.Name}' sends the message (消息) '{send.Say}' to '{kind}', and no stage there takes it up.");
            }
        }
        foreach (var site in map.Sites)
        {
            if (site.Rule.On is Trigger.Message message && map.Pack.Cases.ContainsKey(message.From) && !map.SendersOf(site.Procedure, message).Any())
            {
                report.Error("unsent-message", site.Path, $"'{site.Procedure.Name}' waits for the message (消息) '{message.Say}' of '{message.From}', which nothing there ever sends.");
            }
        }
        foreach (var conversation in Conversation.Of(map))
        {
            foreach (var (from, say, receiver, stage) in conversation.Unheard.Where(u => IsKnown(map, u.Receiver.Case, u.From, u.Say)))
            {
                report.Error("unhandled-message", PackMap.StagePath(receiver, stage),
                    $"'{from}' can say '{say}' while '{receiver.Name}' stands in '{stage.Name}', which has no transition for that message (消息): add '{from}.{say}' to the stage or to 'anywhere'.");
            }
            if (!conversation.Complete)
            {
                report.Warn("unhandled-message", "", "The cases of this pack talk in too many ways to follow all; messages were checked in part.");
            }
        }
    }

    /// <summary>One that no stage knows at all is reported once, where it is sent.</summary>
    private static bool IsKnown(PackMap map, string receiver, string from, string say) =>
        map.Sites.Any(s => s.Procedure.Case == receiver && s.Rule.On is Trigger.Message m && m.From == from && m.Say == say);
}
