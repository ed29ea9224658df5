using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Opening a case, taking over one that began before the system, and putting a wrong date right.</summary>
internal static class Openings
{
    public static Refusal? Open(Turn turn, SignalBody.OpenCase body)
    {
        if (Refuses(turn, body.Kind, body.Title, body.Region, body.Applicants, out var rule) is { } refusal)
        {
            return refusal;
        }

        if (!Holders.Plays(turn.Pack, body.Applicants, body.Region, rule.OpenedBy, turn.Signal.Actor))
        {
            return Refusals.NotYours(rule.Label, turn.Pack.Roles[rule.OpenedBy].Source);
        }

        turn.Record(new Change.CaseOpened(
            body.Kind, body.Pack, body.Number, body.Title, body.Region, body.Applicants, rule.Standings[0].Name, turn.Today));
        CarryNameAndRegion(turn, body.Title, body.Region);
        PutItems(turn, rule);
        Stages.Start(turn, rule.OpensWith, "1", null, turn.Signal.Actor.Party, Empty.Values);
        return null;
    }

    public static Refusal? Adopt(Turn turn, SignalBody.AdoptCase body)
    {
        if (Refuses(turn, body.Kind, body.Title, body.Region, body.Applicants, out var rule) is { } refusal)
        {
            return refusal;
        }

        if (!IsAuthority(turn))
        {
            return Refusals.NotYours(new Label("接管既有集聚区", "Adopt an existing case"), null);
        }

        if (rule.Standings.All(s => s.Name != body.Standing))
        {
            return new Refusal("no-such-standing", $"没有“{body.Standing}”这一状态。", $"There is no standing \"{body.Standing}\".");
        }

        turn.Record(new Change.CaseAdopted(
            body.Kind, body.Pack, body.Number, body.Title, body.Region, body.Applicants, body.Standing, turn.Today, body.SettledOccurrences));
        CarryNameAndRegion(turn, body.Title, body.Region);
        PutItems(turn, rule);
        foreach (var (name, date) in body.Marks)
        {
            Steps.SetMark(turn, name, date);
        }

        return null;
    }

    public static Refusal? CorrectMark(Turn turn, SignalBody.CorrectMark body)
    {
        if (!IsAuthority(turn))
        {
            return Refusals.NotYours(new Label("更正日期", "Correct a date"), null);
        }

        if (!turn.Signal.Actor.SecondFactor)
        {
            return new Refusal("second-factor", "此操作须输入动态验证码。", "This action needs a time-based code.");
        }

        if (!turn.State.Marks.TryGetValue(body.Mark, out var was) || turn.Pack.Marks.ContainsKey(body.Mark))
        {
            return new Refusal("no-such-mark", $"没有可更正的日期“{body.Mark}”。", $"There is no date \"{body.Mark}\" to correct.");
        }

        turn.Record(new Change.MarkCorrected(body.Mark, was.Date, body.Date, turn.Today, body.Reason));
        Steps.SetMark(turn, body.Mark, body.Date);
        return null;
    }

    private static Refusal? Refuses(
        Turn turn, string kind, string title, string? region, ImmutableSortedDictionary<string, PartyId> applicants, out CaseRule rule)
    {
        if (!turn.Pack.Cases.TryGetValue(kind, out rule!))
        {
            return new Refusal("no-such-kind", $"该政策没有“{kind}”这类事项。", $"The policy has no case of kind \"{kind}\".");
        }

        var wrong = new List<RefusalDetail>();
        if (title.Length is 0 or > 120 || title.Any(char.IsControl))
        {
            wrong.Add(new RefusalDetail("title", new Label("名称须为1至120字，不得含换行等控制字符。", "A name of 1 to 120 characters, without line breaks or other control characters.")));
        }

        if (kind == CaseKinds.Zone && (region is null || !turn.Pack.Regions.Contains(region)))
        {
            wrong.Add(new RefusalDetail("region", new Label("请选择所在地区。", "Choose a region of the policy.")));
        }

        foreach (var role in applicants.Keys.Where(r => !turn.Pack.Roles.TryGetValue(r, out var known) || known.Kind != RoleKind.Applicant))
        {
            wrong.Add(new RefusalDetail("applicants", new Label($"没有申报角色“{role}”。", $"There is no applicant role \"{role}\".")));
        }

        return wrong.Count == 0 ? null : Refusals.Of("inputs-wrong", "所填内容有误。", "Some of what was entered is wrong.", null, wrong);
    }

    // A plan has the pack's own tasks from the start; one whose lead the text does not name waits for it.
    private static void PutItems(Turn turn, CaseRule rule)
    {
        foreach (var item in rule.PackItems is null ? [] : turn.Pack.Items)
        {
            turn.Record(new Change.ItemPut(item.Key, item.Lead.IsEmpty ? rule.PackItems!.Unnamed : rule.PackItems!.Named, item.Label.Zh));
        }
    }

    private static void CarryNameAndRegion(Turn turn, string title, string? region)
    {
        var answers = ImmutableSortedDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
        foreach (var field in turn.Pack.Form.Where(f => turn.State.Kind == CaseKinds.Zone))
        {
            if (field.Name == "zone-name")
            {
                answers[field.Name] = new FieldValue.Text(title);
            }
            else if (field.Name == "region" && region is not null)
            {
                answers[field.Name] = new FieldValue.Text(region);
            }
        }

        if (answers.Count > 0)
        {
            turn.Record(new Change.AnswersSaved(answers.ToImmutable()));
            FormAnswers.CarryFields(turn, answers.ToImmutable());
        }
    }

    private static bool IsAuthority(Turn turn) => turn.Pack.Roles.Values.Any(
        r => r.Kind == RoleKind.Authority && Holders.Plays(turn.Pack, Empty.Parties, null, r.Name, turn.Signal.Actor));
}
