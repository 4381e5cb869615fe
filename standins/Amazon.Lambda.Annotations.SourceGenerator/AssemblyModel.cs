using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <param name="Serializer">Full name of the type named by <c>[assembly: LambdaSerializer]</c>; null when there is none.</param>
/// <param name="GeneratesMain">What <c>[assembly: LambdaGlobalProperties]</c> says.</param>
/// <param name="IsExecutable">The project's output type.</param>
internal sealed record AssemblyModel(string? Serializer, bool GeneratesMain, bool IsExecutable)
{
    public static AssemblyModel From(Compilation compilation)
    {
        string? serializer = null;
        bool generatesMain = false;
        foreach (AttributeData attribute in compilation.Assembly.GetAttributes())
        {
            switch (attribute.AttributeClass?.ToDisplayString())
            {
                case "Amazon.Lambda.Core.LambdaSerializerAttribute"
                    when attribute.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol type:
                    serializer = FunctionModel.FullName(type);
                    break;
                case "Amazon.Lambda.Annotations.LambdaGlobalPropertiesAttribute":
                    generatesMain = attribute.NamedArguments.Any(a => a is { Key: "GenerateMain", Value.Value: true });
                    break;
            }
        }

        bool isExecutable = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
        return new AssemblyModel(serializer, generatesMain, isExecutable);
    }
}
