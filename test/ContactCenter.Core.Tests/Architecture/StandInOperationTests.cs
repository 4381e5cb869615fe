namespace ContactCenter.Core.Tests.Architecture;

public sealed class StandInOperationTests
{
    /// <summary>
    /// A stand-in has what is called and no more, or what shows a rule of the wire in its own tests:
    /// <c>eng/aws-operations.py remove PACKAGE OPERATION</c> takes one out.
    /// </summary>
    [Fact]
    public void Each_operation_of_a_stand_in_is_called_by_the_code()
    {
        var called = string.Join('\n', SourceFile.Read(Repository.Root, "src", "infra", "bench", "test")
            .Select(static file => file.Text));
        var listed = Directory.EnumerateFiles(Repository.File("standins"), "operations.txt", SearchOption.AllDirectories)
            .SelectMany(static list => File.ReadLines(list)
                .Where(static line => line.StartsWith("operation ", StringComparison.Ordinal))
                .Select(line => (Package: Path.GetFileName(Path.GetDirectoryName(list)), Operation: line.Split(' ')[1])))
            .ToArray();

        Assert.NotEmpty(listed);
        Assert.Equal([], listed
            .Where(one => !called.Contains($"{one.Operation}Async(", StringComparison.Ordinal)
                && !called.Contains($"{one.Operation}Request", StringComparison.Ordinal)
                && !called.Contains($"Paginators.{one.Operation}(", StringComparison.Ordinal))
            .Select(static one => $"{one.Package} has {one.Operation}, which nothing calls"));
    }
}
