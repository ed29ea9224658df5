using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases.Deciding;

/// <summary>What an office does with letters: draws one up, numbers one and keeps it, corrects one, takes a sealed one back.</summary>
internal static class LetterActs
{
    // The names that are put in where a letter is rendered: nothing to look for in its frozen values.
    private static readonly string[] PutInLater = ["applicant", "city", "issuer", "reason", "look-up", "certificate-code"];

    // What a correction may put right; everything else of a letter follows from the decision.
    private static readonly string[] Correctable = ["dated", "date", "due", "period", "article", "zone", "item"];

    public static Refusal? Draw(Turn turn, SignalBody.DrawLetter body)
    {
        if (!turn.Pack.Letters.TryGetValue(body.Template, out var letter) || letter.Demand is not { } demand)
        {
            return TooEarly;
        }

        if (!demand.By.Any(role => Holders.Plays(turn.Pack, turn.State.Applicants, turn.State.Region, role, turn.Signal.Actor)))
        {
            return Refusals.NotYours(new Label($"出具“{letter.Title.Zh}”", "Draw up this letter"), letter.Source);
        }

        var procedure = demand.Overdue ? turn.State.Procedures.FirstOrDefault(p => p.Id == body.Procedure && StageHolders.DeadlineOf(turn.State, p)?.Missed == true) : null;
        if ((demand.Overdue && procedure is null) || (demand.Flag is { } flag && !turn.State.Flags.Contains(flag))
            || (!demand.Standings.IsEmpty && !demand.Standings.Contains(turn.State.Standing)))
        {
            return TooEarly;
        }

        var values = Tellings.Values(turn, procedure, procedure is null ? null : StageHolders.DeadlineOf(turn.State, procedure)).ToBuilder();
        values["issuer"] = Letters.Issuer(turn);
        values["dated"] = values["date"];
        if (!values.TryGetValue("article", out var article) || article.Length == 0)
        {
            // A stage that the text says nothing of is urged on by the letter's own article.
            values["article"] = letter.Source.Article ?? "";
        }

        if (Blank(letter, values.ToImmutable()) is { } blank)
        {
            return blank;
        }

        Letters.Issue(turn, letter, values.ToImmutable(), null, null, procedure);
        return null;
    }

    public static Refusal? Number(Turn turn, SignalBody.NumberLetter body)
    {
        if (Refuses(turn, body.Letter, new Label("编文号并定稿", "Number and keep the letter")) is { } refusal)
        {
            return refusal;
        }

        var at = turn.Signal.LookedUp.Letter!;
        var letter = turn.Pack.Letters[at.Template];
        if (at.Kept)
        {
            return new Refusal("letter-kept", "该文书已定稿，不能再次编号；有误的应出具更正文书。", "The letter is kept as issued; what is wrong in it is corrected by another.");
        }

        if (Blank(letter, at.Values) is { } blank)
        {
            return blank;
        }

        var number = DocumentNumber.Parse(body.Number);
        if (letter.Format == LetterFormat.Certificate ? body.Number is not null : number is null || number != body.Number)
        {
            return Wrong("document-number", "文号格式应如“×知发〔2025〕1号”：机关代字、六角括号内四位年份、不编虚位的序号。", "A 文号 is the office's word, the year in 〔〕 and a number without leading zeros.");
        }

        if (turn.Signal.LookedUp.NameTaken)
        {
            return Wrong("document-number-taken", $"文号“{number}”已经使用。", $"The 文号 {number} is in use already.");
        }

        turn.Record(new Change.LetterNumbered(at.Key, at.Template, number, body.Page, body.Docx, turn.Pack.Revision, body.TemplateRevision));
        return null;
    }

    public static Refusal? Correct(Turn turn, SignalBody.CorrectLetter body)
    {
        if (Refuses(turn, body.Letter, new Label("出具更正文书", "Correct the letter")) is { } refusal)
        {
            return refusal;
        }

        var at = turn.Signal.LookedUp.Letter!;
        var letter = turn.Pack.Letters[at.Template];
        var used = letter.Placeholders.ToList();
        if (body.Values.FirstOrDefault(v => !Correctable.Contains(v.Key) || !used.Contains(v.Key) || string.IsNullOrWhiteSpace(v.Value) || v.Value.Length > 200) is { Key: { } key })
        {
            return Refusals.Of("inputs-wrong", $"“{key}”不能这样更正。", $"'{key}' cannot be corrected so.", null, [new RefusalDetail(key, new Label("请核对。", "Check it."))]);
        }

        if (body.Reason is null && body.Values.All(v => at.Values.GetValueOrDefault(v.Key) == v.Value))
        {
            return new Refusal("nothing-corrected", "更正后的内容与原文书相同。", "Nothing in it would be different.");
        }

        Letters.Issue(turn, letter, at.Values.SetItems(body.Values), body.Reason ?? at.Reason, at.Key, null);
        return null;
    }

    public static Refusal? Seal(Turn turn, SignalBody.SealLetter body)
    {
        if (Refuses(turn, body.Letter, new Label("加盖电子印章", "Seal the letter")) is { } refusal)
        {
            return refusal;
        }

        if (!turn.Signal.LookedUp.Letter!.Kept)
        {
            return new Refusal("letter-not-kept", "文书编号定稿后才能送签章服务。", "A letter is sealed once it is numbered and kept.");
        }

        if (turn.Signal.LookedUp.Letter.Sealed)
        {
            return new Refusal("letter-sealed", "该文书已有签章件，不再送签。", "The letter has been sealed; its sealed copy is kept with it.");
        }

        turn.Record(new Change.LetterSealed(body.Letter, turn.Signal.LookedUp.Letter.Template, body.Paper, body.Service));
        return null;
    }

    private static Refusal TooEarly { get; } = new(
        "letter-too-early", "尚未作出相应的决定，不能出具该文书。", "What this letter says has not been decided; nothing was issued.");

    private static Refusal? Refuses(Turn turn, string key, Label what)
    {
        if (turn.Signal.LookedUp.Letter is not { } at || at.Key != key || !turn.Pack.Letters.TryGetValue(at.Template, out var letter))
        {
            return TooEarly;
        }

        var own = at.Values.GetValueOrDefault("issuer") is { Length: > 0 } issuer && turn.Signal.Actor.Party?.Value == issuer;
        if (!own && !Openings.IsAuthority(turn))
        {
            return Refusals.NotYours(what, letter.Source);
        }

        return at.SupersededBy is null ? null : new Refusal("letter-superseded", "该文书已被更正文书替代。", "Another letter has taken this one's place.");
    }

    // A letter with a gap in it is not issued: what is missing is named.
    private static Refusal? Blank(LetterRule letter, ImmutableSortedDictionary<string, string> values)
    {
        var blank = letter.Placeholders.Where(p => !PutInLater.Contains(p) && string.IsNullOrWhiteSpace(values.GetValueOrDefault(p))).ToList();
        return blank.Count == 0 ? null : Refusals.Of(
            "letter-incomplete", $"文书尚有未填内容：{string.Join('、', blank)}。", $"The letter has gaps: {string.Join(", ", blank)}.", null,
            blank.Select(b => new RefusalDetail(b, new Label("未填。", "Empty."))));
    }

    private static Refusal Wrong(string rule, string zh, string en) => Refusals.Of(rule, zh, en, null, [new RefusalDetail("number", new Label(zh, en))]);
}
