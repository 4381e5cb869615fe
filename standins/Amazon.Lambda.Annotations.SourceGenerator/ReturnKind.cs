namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What a function gives back.</summary>
internal enum ReturnKind
{
    Nothing,
    Value,
    Task,
    TaskOfValue,
}
