using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;

namespace ZoneFlow.Core.Tests.Lives;

/// <summary>One value of each case of a union, filled in by its constructor's types, so that no case can be forgotten.</summary>
internal static class Samples
{
    public static IEnumerable<Type> CasesOf<T>() => typeof(T).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(T)));

    public static T Of<T>(Type type) => (T)Make(type)!;

    private static object? Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "甲/1",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 1,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(decimal) => 1m,
            _ when type == typeof(DateOnly) => new DateOnly(2025, 5, 6),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
            _ when type == typeof(Period) => Period.Parse("5wd"),
            _ when type == typeof(ContentHash) => Paperwork.Of("slot").Content,
            _ when type == typeof(FieldValue) => new FieldValue.Text("甲"),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ when type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) => Collection(type),
            _ => Construct(type),
        };
    }

    private static object? Construct(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType))]);
    }

    private static object? Collection(Type type)
    {
        var arguments = type.GetGenericArguments();
        return type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(Samples).GetMethod(nameof(Array), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(arguments).Invoke(null, [Make(arguments[0])])
            : type.GetField("Empty", BindingFlags.Public | BindingFlags.Static)!.GetValue(null);
    }

    private static ImmutableArray<T> Array<T>(T item) => [item];
}
