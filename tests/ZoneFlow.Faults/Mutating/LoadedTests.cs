using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace ZoneFlow.Faults.Mutating;

/// <summary>The tests of built assemblies, found and run in this process without a test host, over whichever core lies beside them.</summary>
internal sealed class LoadedTests : AssemblyLoadContext
{
    private readonly string _folder;

    /// <param name="awake">A mutation that is awake already while the tests are found, which is when most static values are computed; -1 for none.</param>
    public LoadedTests(string folder, IEnumerable<string> assemblies, int awake)
    {
        _folder = folder;
        Switch = new MutationSwitch(LoadFromAssemblyName(new AssemblyName("ZoneFlow.Core")).GetType("ZoneFlow.Core.MutationSwitch")!) { Active = awake };
        Found = [.. assemblies.SelectMany(a => Tests(LoadFromAssemblyName(new AssemblyName(a))))];
    }

    public IReadOnlyList<LoadedTest> Found { get; }

    public MutationSwitch Switch { get; }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Path.Combine(_folder, $"{assemblyName.Name}.dll") is var file && File.Exists(file) ? LoadFromAssemblyPath(file) : null;

    private static IEnumerable<LoadedTest> Tests(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        where method.GetCustomAttributes().Any(a => Is(a.GetType(), "FactAttribute") && (string?)a.GetType().GetProperty("Skip")!.GetValue(a) is null)
        from row in Rows(method).Select((values, at) => (values, at))
        select new LoadedTest(type, method, row.values, row.at);

    private static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        var data = method.GetCustomAttributes().Where(a => Is(a.GetType(), "DataAttribute")).ToList();
        return method.GetParameters().Length == 0 ? [[]]
            : data.SelectMany(d => (IEnumerable<object?[]?>)d.GetType().GetMethod("GetData")!.Invoke(d, [method])!).Select(row => row ?? [null]);
    }

    private static bool Is(Type? type, string name) => type is not null && (type.Name == name || Is(type.BaseType, name));
}

/// <summary>One test with its arguments, the <paramref name="At"/>th of its rows.</summary>
internal sealed record LoadedTest(Type Type, MethodInfo Method, object?[] Row, int At)
{
    public string Name => $"{Type.Name}.{Method.Name}";

    public string Key => $"{Type.FullName}.{Method.Name}#{At}";

    /// <summary>Runs it; throws where it fails.</summary>
    public void Run()
    {
        try
        {
            var subject = Method.IsStatic ? null : Activator.CreateInstance(Type);
            try
            {
                (Method.Invoke(subject, [.. Row.Concat(Method.GetParameters().Skip(Row.Length).Select(p => p.DefaultValue))]) as Task)?.GetAwaiter().GetResult();
            }
            finally
            {
                (subject as IDisposable)?.Dispose();
            }
        }
        catch (TargetInvocationException wrapped)
        {
            ExceptionDispatchInfo.Throw(wrapped.InnerException!);
        }
    }
}
