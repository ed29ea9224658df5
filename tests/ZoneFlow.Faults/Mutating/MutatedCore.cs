using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ZoneFlow.Faults.Mutating;

/// <summary>The core built once with all of its mutations in it, each asleep until its number is set.</summary>
internal static class MutatedCore
{
    private const string Switch = """
        namespace ZoneFlow.Core;

        public static class MutationSwitch
        {
            public static int Active = -1;
            public static long Steps;
            public static long Limit = long.MaxValue;
            public static bool[]? Hit;

            public static bool Is(int id)
            {
                // A recursion without end throws here; the process lives on.
                global::System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
                if (++Steps > Limit)
                {
                    Limit = long.MaxValue;
                    throw new global::System.TimeoutException("The mutated core goes on without end.");
                }

                if (Hit is not null)
                {
                    Hit[id] = true;
                }

                return id == Active;
            }
        }
        """;

    /// <summary>Writes the assembly and answers the mutations in it. What does not compile is no mutation.</summary>
    /// <param name="core">The folder src/ZoneFlow.Core, built.</param>
    public static IReadOnlyList<Mutation> Build(string core, string to)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var generated = Directory.GetFiles(Path.Combine(core, "obj", "Debug", "net10.0"), "ZoneFlow.Core.*.cs");
        var sources = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(core, f).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(core, f).StartsWith("bin", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        var trees = sources.ToDictionary(f => f, f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f), System.Text.Encoding.UTF8), options, f));
        var beside = generated.Append(null).Select(f => CSharpSyntaxTree.ParseText(f is null ? Switch : File.ReadAllText(f), options)).ToList();
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = Directory.EnumerateFiles(framework, "*.dll").Where(IsManaged).Select(f => (MetadataReference)MetadataReference.CreateFromFile(f)).ToList();
        var plain = CSharpCompilation.Create("ZoneFlow.Core", trees.Values.Concat(beside), references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, deterministic: true));
        var left = new HashSet<int>();
        while (true)
        {
            var (made, id) = (new List<Mutation>(), 0);
            var switched = sources.Select(f =>
            {
                var rewriter = new Switching(Path.GetRelativePath(core, f), plain.GetSemanticModel(trees[f]), () => id++, left, made);
                return CSharpSyntaxTree.Create((CSharpSyntaxNode)rewriter.Visit(trees[f].GetRoot())!, options, f, System.Text.Encoding.UTF8);
            }).ToList();
            var all = plain.RemoveAllSyntaxTrees().AddSyntaxTrees([.. switched, .. beside]);
            var before = left.Count;
            var errors = all.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            if (errors.Count == 0)
            {
                var emitted = all.Emit(to);
                Console.WriteLine($"{left.Count} more do not compile");
                return emitted.Success ? made : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Take(5)));
            }

            Console.WriteLine($"{made.Count} written, {errors.Count} errors");
            left.UnionWith(errors.SelectMany(Blamed));
            if (left.Count == before)
            {
                throw new InvalidOperationException($"The core does not compile: {string.Join('\n', errors.Take(5))}");
            }
        }
    }

    // The innermost switch around an error; where there is none, every switch of the same member.
    private static IEnumerable<int> Blamed(Diagnostic error)
    {
        var at = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var around = at.AncestorsAndSelf().SelectMany(Numbers).Take(1).ToList();
        return around.Count > 0 ? around : at.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First().DescendantNodesAndSelf().SelectMany(Numbers);
    }

    private static IEnumerable<int> Numbers(SyntaxNode node) => node.GetAnnotations(Switching.Mark).Select(a => int.Parse(a.Data!, null));

    private static bool IsManaged(string file)
    {
        try
        {
            System.Reflection.AssemblyName.GetAssemblyName(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
