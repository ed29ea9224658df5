using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Takes a score sheet in: one signal a subject, and none unless every subject that was filled in is right.</summary>
public sealed class ScoreWork(Desk desk)
{
    public async Task<Answer> GiveAsync(AtWork at, Procedure running, StageRule.Panel stage, PostedPage posted, CancellationToken cancellationToken)
    {
        var (scored, wrong) = Read(at, stage, posted.Typed);
        var bodies = scored.Select(s =>
        {
            var confiding = desk.NewConfiding();
            var opinion = confiding.TakeIfGiven("text", posted.Typed.One($"opinion.{s.Subject}"));
            return (Body: new SignalBody.GiveScore(running.Id, running.Visit, s.Subject, s.Scores, opinion), Confiding: confiding);
        }).ToList();
        Refusal? refused = wrong.IsEmpty ? null : Wrong(wrong);
        foreach (var (body, _) in bodies)
        {
            refused ??= Named(body.Subject, await desk.RefusalOfAsync(at.State.Id, posted.ReceivedAt, at.Actor, body, cancellationToken));
        }

        if (refused is not null)
        {
            return new Answer(at.State, refused, at.State.Version, false);
        }

        // A link has done its work once every subject has its score.
        var before = running.Seats.First(s => s.Expert == at.Actor.Party && !s.Recused).Scored;
        var all = Subjects.Of(at.State, stage.Rule).All(s => before.Contains(s.Key) || bodies.Any(b => b.Body.Subject == s.Key));
        Answer? first = null;
        foreach (var (index, (body, confiding)) in bodies.Index())
        {
            var signal = index == 0 ? posted.Signal : Desk.SignalOf(posted.Signal.Value, body.Subject);
            var answer = await desk.SendAsync(
                signal, at.State.Id, posted.ReceivedAt, at.Actor, body, confiding, posted.Asked, all && index == bodies.Count - 1 ? at.Link : null,
                cancellationToken);
            if (!answer.Accepted)
            {
                return answer with { Refusal = Named(body.Subject, answer.Refusal) };
            }

            first ??= answer;
        }

        return first!;
    }

    private static (List<(string Subject, ImmutableSortedDictionary<string, decimal> Scores)> Scored, ImmutableArray<RefusalDetail> Wrong) Read(
        AtWork at, StageRule.Panel stage, Typed typed)
    {
        var (scored, wrong) = (new List<(string, ImmutableSortedDictionary<string, decimal>)>(), ImmutableArray.CreateBuilder<RefusalDetail>());
        var sheet = Subjects.Sheet(stage.Rule);
        var subjects = Subjects.Of(at.State, stage.Rule);
        foreach (var (key, _) in subjects.Where(s => subjects.Count == 1 || sheet.Any(c => typed.One(Subjects.PostName(s.Key, c)) is not null)))
        {
            var scores = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
            foreach (var name in sheet)
            {
                var text = typed.One(Subjects.PostName(key, name))?.Normalize(NormalizationForm.FormKC);
                if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score))
                {
                    scores[name] = score;
                }
                else
                {
                    wrong.Add(new RefusalDetail(
                        Subjects.PostName(key, name),
                        text is null ? new Label("必填。", "Required.") : new Label($"“{text}”不是数字。", $"\"{text}\" is not a number.")));
                }
            }

            scored.Add((key, scores.ToImmutable()));
        }

        if (scored.Count == 0 && subjects.Count > 0)
        {
            wrong.Add(new RefusalDetail(Subjects.PostName(subjects[0].Key, sheet[0]), new Label("请至少为一项评分。", "Score at least one.")));
        }

        return (scored, wrong.ToImmutable());
    }

    private static Refusal Wrong(ImmutableArray<RefusalDetail> details) => new("scores-wrong", new Label("评分有误。", "Some scores are wrong."), null, details);

    // The core names a criterion; the page names the field it stands in.
    private static Refusal? Named(string subject, Refusal? refusal) => refusal is { Rule: "scores-wrong" }
        ? refusal with { Details = [.. refusal.Details.Select(d => d with { Name = Subjects.PostName(subject, d.Name) })] }
        : refusal;
}
