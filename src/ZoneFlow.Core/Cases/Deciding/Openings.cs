using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>Opening a case, and taking over one that began before the system.</summary>
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

        if (Refusals.WithoutSecondFactor(turn) is { } unproved)
        {
            return unproved;
        }

        if (rule.Standings.All(s => s.Name != body.Standing))
        {
            return NoSuchStanding(body.Standing);
        }

        if (turn.Signal.LookedUp.NameTaken)
        {
            return new Refusal("name-taken", "已有同名的集聚区。", "Another zone has this name.");
        }

        if (WrongWithin(turn, rule, body).ToList() is { Count: > 0 } wrong)
        {
            return Refusals.Of("inputs-wrong", "所填内容有误。", "Some of what was entered is wrong.", null, wrong);
        }

        turn.Record(new Change.CaseAdopted(
            body.Kind, body.Pack, body.Number, body.Title, body.Region, body.Applicants, body.Standing, turn.Today, body.SettledOccurrences));
        CarryNameAndRegion(turn, body.Title, body.Region);
        PutItems(turn, rule);
        foreach (var (name, mark) in body.Marks)
        {
            Filings.Keep(turn, [mark.Document]);
            Steps.SetMark(turn, name, mark.Date);
        }

        return null;
    }

    public static Refusal NoSuchStanding(string standing) =>
        new("no-such-standing", $"没有“{standing}”这一状态。", $"There is no standing \"{standing}\".");

    // Dates are those that an action would have set, in the past; duties are named by duty and period.
    private static IEnumerable<RefusalDetail> WrongWithin(Turn turn, CaseRule rule, SignalBody.AdoptCase body)
    {
        foreach (var (name, mark) in body.Marks)
        {
            if (!turn.Pack.MarkLabels.ContainsKey(name) || turn.Pack.Marks.ContainsKey(name))
            {
                yield return new RefusalDetail(name, new Label($"没有可登记的日期“{name}”。", $"There is no date \"{name}\" to enter."));
            }
            else if (mark.Date > turn.Today)
            {
                yield return new RefusalDetail(name, new Label($"不得晚于今天（{turn.Today:yyyy-MM-dd}）。", $"Not after today ({turn.Today:yyyy-MM-dd})."));
            }
            else if (!turn.Pack.Documents.ContainsKey(mark.Document.Slot))
            {
                yield return new RefusalDetail(mark.Document.Slot, new Label("没有这类材料。", "There is no such kind of document."));
            }
        }

        foreach (var settled in body.SettledOccurrences.Where(o => !turn.Pack.Duties.Any(
            d => d.Case == rule.Kind && o.StartsWith($"{d.Name}/", StringComparison.Ordinal) && o.Length > d.Name.Length + 1)))
        {
            yield return new RefusalDetail("settled", new Label($"没有“{settled}”这项义务。", $"There is no duty \"{settled}\"."));
        }
    }

    private static Refusal? Refuses(
        Turn turn, string kind, string title, string? region, ImmutableArray<Applicant> applicants, out CaseRule rule)
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

        wrong.AddRange(Applying.Wrong(turn, rule, applicants));
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

    public static bool IsAuthority(Turn turn) => turn.Pack.Roles.Values.Any(
        r => r.Kind == RoleKind.Authority && Holders.Plays(turn.Pack, [], null, r.Name, turn.Signal.Actor));
}
