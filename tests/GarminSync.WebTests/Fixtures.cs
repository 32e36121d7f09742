using GarminSync.WebTests.Browsing;

[assembly: AssemblyFixture(typeof(Chromium))]
