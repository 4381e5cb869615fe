using ContactCenter.Aws.Tests;

[assembly: AssemblyFixture(typeof(Emulator))]
