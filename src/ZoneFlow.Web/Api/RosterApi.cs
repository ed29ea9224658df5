using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Access;
using ZoneFlow.Web.Endpoints;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Api;

/// <summary>Rosters for programs.</summary>
internal static class RosterApi
{
    public static async Task<IResult> ShowAsync(HttpContext http, CaseAtHand at, string roster, LookUps lookUps, TimeProvider time) =>
        RosterRoutes.Find(at, roster) is { } rule ? await AnswerAsync(http, at.State, rule, lookUps, time) : Problems.NotFound(http);

    public static async Task<IResult> FileAsync(HttpContext http, CaseAtHand at, string roster, Desk desk, LookUps lookUps, TimeProvider time)
    {
        var (asked, bytes) = await ApiBody.ReadAsync(http, ApiJson.Default.RosterRequest);
        var (request, problem) = ApiRequest.Of(http, desk, time, bytes);
        if (request is null)
        {
            return problem!;
        }

        if (RosterRoutes.Find(at, roster) is not { } rule)
        {
            return Problems.NotFound(http);
        }

        var wrong = new List<RefusalDetail>();
        ImmutableArray<RosterMember> members = [.. asked.Members.Select((m, i) => Member(rule, m, i, wrong))];
        if (wrong.Count > 0)
        {
            return Problems.Refused(http, new Refusal("roster-wrong", new Label("名录有填写错误。", "Some of the roster is wrong."), rule.Source, [.. wrong]));
        }

        var answer = await desk.SendAsync(
            request.Signal, at.State.Id, request.ReceivedAt, at.Caller.Actor, new SignalBody.FileRoster(rule.Name, members), desk.NewConfiding(), request.Asked, http.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Refused(http, refusal) : await AnswerAsync(http, answer.State!, rule, lookUps, time);
    }

    // A day or a column that cannot be read is named here; whether it fits is the core's to say.
    private static RosterMember Member(RosterRule rule, ApiMember member, int index, List<RefusalDetail> wrong)
    {
        DateOnly? Day(string name, string? text)
        {
            if (text is null)
            {
                return null;
            }

            if (CivilDate.TryParse(text, out var day))
            {
                return day;
            }

            wrong.Add(new($"{index + 1}.{name}", new Label($"没有“{text}”这一天，请按2025-04-22的格式填写。", $"There is no date \"{text}\"; write it as 2025-04-22.")));
            return null;
        }

        var values = ImmutableSortedDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
        foreach (var (name, element) in member.Values ?? ImmutableSortedDictionary<string, JsonElement>.Empty)
        {
            if (rule.Columns.FirstOrDefault(c => c.Name == name) is { } column && Value(column, element) is { } value)
            {
                values[name] = value;
            }
            else
            {
                wrong.Add(new($"{index + 1}.{name}", rule.Columns.Any(c => c.Name == name) ? new Label("格式不符。", "Not of the right kind.") : new Label("没有这一项。", "There is no such field.")));
            }
        }

        return new RosterMember(member.Code, member.Name, Day("from", member.From) ?? default, Day("until", member.Until), values.ToImmutable());
    }

    private static FieldValue? Value(FieldRule column, JsonElement element) => (column.Type, element.ValueKind) switch
    {
        (FieldType.YesNo, JsonValueKind.True or JsonValueKind.False) => new FieldValue.Flag(element.GetBoolean()),
        (FieldType.Whole or FieldType.Number, JsonValueKind.Number) when element.TryGetDecimal(out var number) => new FieldValue.Number(number),
        (FieldType.Text or FieldType.Choice, JsonValueKind.String) => new FieldValue.Text(element.GetString()!),
        _ => null,
    };

    private static async Task<IResult> AnswerAsync(HttpContext http, CaseState state, RosterRule rule, LookUps lookUps, TimeProvider time)
    {
        var book = await lookUps.RosterAsync(state.Id, rule.Name, http.RequestAborted);
        var now = state.Rosters.GetValueOrDefault(rule.Name)?.Now;
        return Results.Json(
            new ApiRoster(
                rule.Name, ApiCases.Text(rule.Label), RosterTally.Over(rule, book.Members, CivilDate.Of(time.GetUtcNow()))[0].Counts, now?.Unmet ?? [],
                now is { Unmet.IsEmpty: false } ? now.On.Iso : null, [.. book.Members.Select(Member)]),
            ApiJson.Default.ApiRoster);
    }

    private static ApiMember Member(RosterMember member) => new(
        member.Code, member.Name, member.From.Iso, member.Until?.Iso,
        member.Values.ToImmutableSortedDictionary(v => v.Key, v => Element(v.Value), StringComparer.Ordinal));

    private static JsonElement Element(FieldValue value) => JsonDocument.Parse(value switch
    {
        FieldValue.Flag flag => flag.Value ? "true" : "false",
        FieldValue.Number number => number.ToString(),
        _ => $"\"{JsonEncodedText.Encode(value.ToString()!)}\"",
    }).RootElement;
}
