using System.Collections.Immutable;
using System.Reflection;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Core.Tests.Lives;

namespace ZoneFlow.Core.Tests.Cases;

/// <summary>Records that hold collections compare them by content, and leave out nothing that they hold.</summary>
public sealed class EqualityTests
{
    public static TheoryData<Type> OwnEquality =>
    [
        .. typeof(Actor).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }
            && t.GetMethod("Equals", [t]) is { } equals && equals.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
            && t.GetMethod("<Clone>$") is not null),
    ];

    [Theory]
    [MemberData(nameof(OwnEquality))]
    public void Equality_OfARecordWithItsOwn_SeesEveryProperty(Type type)
    {
        var one = Make(type);
        Assert.Equal(one, Make(type));
        Assert.Equal(one.GetHashCode(), Make(type).GetHashCode());
        Assert.False(one.Equals(null));
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).ToList();
        Assert.NotEmpty(properties);
        foreach (var property in properties)
        {
            var other = type.GetMethod("<Clone>$")!.Invoke(one, null)!;
            property.SetValue(other, Other(property.PropertyType));
            Assert.False(one.Equals(other), $"{type.Name}.{property.Name} is not compared.");
        }
    }

    private static object Make(Type type) => typeof(Samples).GetMethod(nameof(Samples.Of))!.MakeGenericMethod(type).Invoke(null, [type])!;

    private static object? Other(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "乙",
            _ when type == typeof(bool) => false,
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 7L,
            _ when type == typeof(DateOnly) => new DateOnly(2031, 1, 1),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddDays(1),
            _ when type == typeof(Period) => Period.Parse("9d"),
            _ when type == typeof(PartyId) => new PartyId("乙"),
            _ when type == typeof(PersonId) => new PersonId("乙"),
            _ when type == typeof(Source) => Source.Of("第九条"),
            _ when type == typeof(Reckoning) => Reckoning.Term,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(1),
            _ when type == typeof(ImmutableSortedSet<string>) => ImmutableSortedSet.Create(StringComparer.Ordinal, "乙"),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => type.GetField("Empty")!.GetValue(null),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>) =>
                type.GetMethod("Add")!.Invoke(type.GetField("Empty")!.GetValue(null), ["乙", Other(type.GetGenericArguments()[1])]),
            _ when type == typeof(FieldValue) => new FieldValue.Text("乙"),
            _ => throw new System.Diagnostics.UnreachableException($"Another {type.Name} is wanted."),
        };
    }
}
