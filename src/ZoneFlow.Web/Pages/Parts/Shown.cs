using System.Globalization;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Parts;

/// <summary>Values as people read them.</summary>
internal static class Shown
{
    extension(DateOnly day)
    {
        public string Chinese => $"{day.Year}年{day.Month}月{day.Day}日";

        public string Iso => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public string Weekday => "周" + "日一二三四五六"[(int)day.DayOfWeek];
    }

    extension(DateTimeOffset instant)
    {
        /// <summary>The time of day at UTC+8.</summary>
        public string Clock => TimeOnly.FromTimeSpan(instant - CivilDate.StartOf(CivilDate.Of(instant))).ToString("HH:mm", CultureInfo.InvariantCulture);

        public string Utc => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    extension(Period period)
    {
        public Label InWords => period.Unit switch
        {
            PeriodUnit.WorkingDays => new Label($"{period.Count}个工作日", $"{period.Count} working days"),
            PeriodUnit.Days => new Label($"{period.Count}日", $"{period.Count} days"),
            PeriodUnit.Months => new Label($"{period.Count}个月", $"{period.Count} months"),
            PeriodUnit.Years => new Label($"{period.Count}年", $"{period.Count} years"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    extension(Source source)
    {
        public bool IsStatutory => source.Effect == LegalEffect.Statutory;
    }

    extension(Refusal? refused)
    {
        public RefusalDetail? About(string name) => refused?.Details.FirstOrDefault(d => d.Name == name);
    }

    public static string Bytes(long size) => size switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{size} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{size / 1024.0:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{size / (1024.0 * 1024):0.#} MB"),
    };

    /// <summary>The id of the element that a posted name belongs to.</summary>
    public static string Id(string postName) => "f-" + postName.Replace('.', '-');

    /// <summary>Element ids for <c>aria-describedby</c>, or null where there is none.</summary>
    public static string? DescribedBy(params ReadOnlySpan<string?> ids)
    {
        var present = new List<string>();
        foreach (var id in ids)
        {
            if (id is not null)
            {
                present.Add(id);
            }
        }

        return present.Count == 0 ? null : string.Join(' ', present);
    }
}
