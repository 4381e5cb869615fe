namespace ContactCenter.StandIns.Tests.Surface;

#pragma warning disable CA1822, CA1063, CA1816, CA1052, IDE0060 // only its shape matters
public class Example : IDisposable
{
    public static int Shared => 1;

    public string Known { get; private set; } = "";

    public long Mistyped => 1;

    internal int Hidden => 1;

    public void Dispose()
    {
    }

    protected void Extra(int number)
    {
    }
}

public class ExampleKind;

public class ExampleUnlisted;
